package io.tidemark.store.access;

import io.tidemark.authorise.SubjectLinked;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.register.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the insurer's provider calls people of the chain. Thread-safe. */
public final class ProviderSubjects {
  private final JdbcClient database;

  /** The table in this database. */
  public ProviderSubjects(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes.with(SubjectLinked.class, ProviderSubjects::link);
  }

  /** The person of the chain whom this provider calls so. */
  public Optional<String> person(String issuer, String subject) {
    return database
        .sql(
            "select p.person from provider_subject p join actor a on a.id = p.person"
                + " where p.issuer = ? and p.subject = ? and 'SYSTEM' <> all(a.duties)")
        .param(issuer)
        .param(subject)
        .query(String.class)
        .optional();
  }

  /** Whether a provider calls this person anything. */
  public boolean has(String person) {
    return database
        .sql("select exists (select from provider_subject where person = ?)")
        .param(person)
        .query(Boolean.class)
        .single();
  }

  private static void link(Connection connection, long index, SubjectLinked linked)
      throws SQLException {
    Sql.run(connection, "delete from session where person = ?", linked.person());
    Sql.run(connection, "delete from provider_subject where person = ?", linked.person());
    int made =
        Sql.run(
            connection,
            "insert into provider_subject (person, issuer, subject, entry) values (?, ?, ?, ?)"
                + " on conflict do nothing",
            linked.person(),
            linked.issuer(),
            linked.subject(),
            index);
    if (made != 1) {
      throw new SubjectLinked.Taken();
    }
  }
}
