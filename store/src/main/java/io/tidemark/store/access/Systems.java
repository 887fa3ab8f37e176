package io.tidemark.store.access;

import io.tidemark.authorise.SystemAdmitted;
import io.tidemark.authorise.SystemShutOut;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.register.Sql;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets of systems of the chain. Thread-safe. */
public final class Systems {
  private final JdbcClient database;

  /** The table in this database. */
  public Systems(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(SystemAdmitted.class, Systems::admit)
        .with(SystemShutOut.class, (connection, index, out) -> shutOut(connection, out.system()));
  }

  /** SHA-256 of the secret of a member of the chain that is a system still. */
  public Optional<Digest> secret(String system) {
    return database
        .sql(
            "select c.secret from client_secret c join actor a on a.id = c.system"
                + " where c.system = ? and 'SYSTEM' = any(a.duties)")
        .param(system)
        .query((row, n) -> Digest.of(row.getBytes(1)))
        .optional();
  }

  private static void admit(Connection connection, long index, SystemAdmitted admitted)
      throws SQLException {
    shutOut(connection, admitted.system());
    Sql.run(
        connection,
        "insert into client_secret (system, secret, entry) values (?, ?, ?)",
        admitted.system(),
        admitted.secret().bytes(),
        index);
  }

  private static void shutOut(Connection connection, String system) throws SQLException {
    Sql.run(connection, "delete from client_secret where system = ?", system);
    Sql.run(connection, "delete from session where person = ?", system);
  }
}
