package io.tidemark.store.register;

import io.tidemark.authorise.PolicyChanged;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Digest;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy files that counted, each from its entry on. Thread-safe. */
public final class Policies {
  private final JdbcClient database;

  /** The table in this database. */
  public Policies(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the change of this register to the book. */
  public static Changes in(Changes changes) {
    return changes.with(
        PolicyChanged.class,
        (connection, index, changed) ->
            Sql.run(
                connection,
                "insert into policy (entry, digest, body) values (?, ?, ?)",
                index,
                changed.policy().digest().bytes(),
                changed.text()));
  }

  /** The text of the policy that counts now; nothing before the home is laid down. */
  public Optional<String> current() {
    return database
        .sql("select body from policy order by entry desc limit 1")
        .query(String.class)
        .optional();
  }

  /** The text of the policy with this digest; nothing when it never counted here. */
  public Optional<String> of(Digest digest) {
    return database
        .sql("select body from policy where digest = ? order by entry desc limit 1")
        .param(digest.bytes())
        .query(String.class)
        .optional();
  }
}
