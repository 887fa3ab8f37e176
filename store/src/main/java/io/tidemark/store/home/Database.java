package io.tidemark.store.home;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.store.database.DatabaseUnavailable;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.terms.Words;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/**
 * The database of a home, embedded or one's own, brought to this version's schema. To be closed.
 */
final class Database implements AutoCloseable {
  private static final String PASSWORD = "TIDEMARK_DATABASE_PASSWORD";
  private static final int CONNECTIONS = 8;

  private final @Nullable EmbeddedDatabase embedded;
  private final HikariDataSource pool;

  private Database(@Nullable EmbeddedDatabase embedded, HikariDataSource pool) {
    this.embedded = embedded;
    this.pool = pool;
  }

  static Database open(Path home, HomeFolder.Settings settings, Map<String, String> environment)
      throws HomeFault {
    if (!settings.embedded()) {
      DatabaseAddress.check(settings.database());
      return new Database(null, pool(settings.database(), null, environment.get(PASSWORD)));
    }
    EmbeddedDatabase embedded;
    try {
      embedded = EmbeddedDatabase.attach(home);
    } catch (DatabaseUnavailable e) {
      throw new HomeFault(e.words(), e);
    }
    try {
      return new Database(embedded, pool(embedded.jdbcUrl(), embedded.user(), embedded.password()));
    } catch (HomeFault | RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  private static HikariDataSource pool(String url, @Nullable String user, @Nullable String password)
      throws HomeFault {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    if (user != null) {
      config.setUsername(user);
    }
    if (password != null) {
      config.setPassword(password);
    }
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(15_000);
    config.addDataSourceProperty("ApplicationName", "tidemark");
    HikariDataSource pool = null;
    try {
      pool = new HikariDataSource(config);
      migrate(pool);
      return pool;
    } catch (RuntimeException e) {
      if (pool != null) {
        pool.close();
      }
      throw fault(e);
    }
  }

  private static void migrate(DataSource pool) {
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:io/tidemark/store/database/migration")
        .outOfOrder(true) // numbers are given before they are merged
        .load()
        .migrate();
  }

  private static HomeFault fault(RuntimeException e) {
    if (e instanceof FlywayValidateException) {
      return new HomeFault(
          new Words(
              "数据库由更新的版本建立，请升级 Tidemark",
              "the database was made by a newer version: upgrade Tidemark"),
          e);
    }
    String cause = e instanceof FlywayException ? "" : cause(e);
    return new HomeFault(
        new Words(
            "连不上数据库，请检查地址、账号与权限" + cause,
            "the database cannot be reached: check its address, account and rights" + cause),
        e);
  }

  private static String cause(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return " (" + deepest.getMessage() + ")";
  }

  DataSource source() {
    return pool;
  }

  Optional<EmbeddedDatabase> embedded() {
    return Optional.ofNullable(embedded);
  }

  Optional<Words> note() {
    return embedded().flatMap(EmbeddedDatabase::note);
  }

  @Override
  public void close() {
    pool.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
