package io.tidemark.store.access;

import io.tidemark.store.register.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes by the key that their caller gave them, with what was answered, for 24 hours: the same
 * write is done once, on whatever node it arrives. Nothing here waits for the disk: what a write
 * records in the ledger makes its key durable, too; and an answer that a crash of the database
 * takes leaves a write whose outcome is unknown, never one that is done twice. Thread-safe.
 */
public final class KeptAnswers {
  private static final Duration KEPT = Duration.ofHours(24);

  private final JdbcClient database;

  /** The table in this database. */
  public KeptAnswers(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /**
   * A write that was begun before.
   *
   * @param body its body's digest, sealed
   * @param answer what was answered, sealed; null while it is being done, or when its node died
   * @param begun when
   */
  public record Before(byte[] body, byte @Nullable [] answer, Instant begun) {}

  /** Begins a write; false when one with this key was begun in the last 24 hours. */
  public boolean begin(String caller, String key, byte[] body, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    return database
            .sql(
                "insert into kept_answer as k (caller, key, body, begun) select ?, ?, ?, ? where "
                    + Sql.UNSYNCED
                    + " on conflict (caller, key) do update"
                    + " set body = excluded.body, begun = excluded.begun, answer = null"
                    + " where k.begun <= ?")
            .param(caller)
            .param(key)
            .param(body)
            .param(at)
            .param(at.minus(KEPT))
            .update()
        == 1;
  }

  /** The write that was begun with this key. */
  public Optional<Before> before(String caller, String key) {
    return database
        .sql("select body, answer, begun from kept_answer where caller = ? and key = ?")
        .param(caller)
        .param(key)
        .query(
            (row, n) ->
                new Before(
                    row.getBytes(1),
                    row.getBytes(2),
                    row.getObject(3, OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Keeps what was answered. */
  public void answered(String caller, String key, byte[] answer) {
    database
        .sql("update kept_answer set answer = ? where caller = ? and key = ? and " + Sql.UNSYNCED)
        .param(answer)
        .param(caller)
        .param(key)
        .update();
  }

  /** Nothing was done: the key is free again. */
  public void nothingDone(String caller, String key) {
    database
        .sql("delete from kept_answer where caller = ? and key = ? and " + Sql.UNSYNCED)
        .param(caller)
        .param(key)
        .update();
  }

  /** Forgets what is older than 24 hours. */
  public void sweep(Instant now) {
    database
        .sql("delete from kept_answer where begun <= ?")
        .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }
}
