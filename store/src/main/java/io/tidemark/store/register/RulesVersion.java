package io.tidemark.store.register;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often policy, parties, people, grants or delegations have changed in this database, by
 * whatever process. The database counts by itself, in the transaction of the change. Thread-safe.
 */
public final class RulesVersion {
  private final JdbcClient database;

  /** The count in this database. */
  public RulesVersion(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** The count now; it only grows. */
  public long now() {
    return database.sql("select version from rules_version").query(Long.class).single();
  }
}
