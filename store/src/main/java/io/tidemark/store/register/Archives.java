package io.tidemark.store.register;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept, sealed, of people who were erased. Thread-safe. */
public final class Archives implements io.tidemark.custody.owner.Archive {
  private final JdbcClient database;

  /** The tables in this database. */
  public Archives(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  @Override
  public List<Kept> find(Collection<UUID> tokens, Instant now) {
    return database
        .sql(
            "select distinct a.id, a.box, a.until from archive a"
                + " join archive_token t on t.archive = a.id where t.token = any(?) and a.until > ?")
        .param(tokens.toArray(new UUID[0]))
        .param(now.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Kept(
                    row.getObject(1, UUID.class),
                    row.getBytes(2),
                    row.getObject(3, OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  public long past(Instant now) {
    return database
        .sql("select count(*) from archive where until <= ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
