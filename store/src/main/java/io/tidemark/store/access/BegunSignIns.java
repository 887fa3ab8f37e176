package io.tidemark.store.access;

import io.tidemark.terms.Digest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-ins at the provider that have begun: each ends at most once, on any node. Thread-safe. */
public final class BegunSignIns {
  private final JdbcClient database;

  /** The table in this database. */
  public BegunSignIns(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /**
   * Keeps what belongs to a sign-in until it ends.
   *
   * @param state SHA-256 of its state
   * @param sealed what belongs to it
   * @param until after this instant it cannot end any more
   */
  public void begin(Digest state, byte[] sealed, Instant until) {
    database
        .sql("insert into begun_sign_in (state, sealed, until) values (?, ?, ?)")
        .param(state.bytes())
        .param(sealed)
        .param(until.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What was kept, given once. */
  public Optional<byte[]> end(Digest state, Instant now) {
    return database
        .sql("delete from begun_sign_in where state = ? and until > ? returning sealed")
        .param(state.bytes())
        .param(now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  /** Forgets those that did not end. */
  public void sweep(Instant now) {
    database
        .sql("delete from begun_sign_in where until <= ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
