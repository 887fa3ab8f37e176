package io.tidemark.store.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sign-ins that fail one after the other under one name. An attempt counts as failed before it is
 * looked at, so that many at the same moment are no way around it. Thread-safe, over all nodes.
 */
public final class FailureSeries {
  /** So many failures are allowed before a name is locked. */
  public static final int ALLOWED = 5;

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration FORGOTTEN = Duration.ofHours(24);

  private final JdbcClient database;

  /** The table in this database. */
  public FailureSeries(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /**
   * An attempt that may be made.
   *
   * @param failures how many failures there are if this one fails too
   * @param locked until when the name is locked then; now or earlier for not at all
   */
  public record Attempt(int failures, Instant locked) {
    /** Whether the name is locked if this attempt fails. */
    public boolean locks() {
      return failures >= ALLOWED;
    }
  }

  /** Counts an attempt under this name; nothing when the name is locked. */
  public Optional<Attempt> begin(byte[] name, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    return database
        .sql(
            """
            insert into failure_series as f (name, failures, locked, last) values (:name, 1, :now, :now)
            on conflict (name) do update set
              failures = case when f.last < :forgotten then 1 else f.failures + 1 end,
              locked = case when f.last >= :forgotten and f.failures + 1 >= :allowed
                then :now + least(:longest, :first * power(2, least(f.failures + 1 - :allowed, 20)))
                     * interval '1 second'
                else :now end,
              last = :now
            where f.locked <= :now
            returning failures, locked
            """)
        .param("name", name)
        .param("now", at)
        .param("forgotten", at.minus(FORGOTTEN))
        .param("allowed", ALLOWED)
        .param("first", FIRST.toSeconds())
        .param("longest", LONGEST.toSeconds())
        .query(
            (row, n) ->
                new Attempt(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Until when the name is locked; now or earlier for not at all. */
  public Instant lockedUntil(byte[] name, Instant now) {
    return database
        .sql("select locked from failure_series where name = ?")
        .param(name)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional()
        .orElse(now);
  }

  /** The attempt succeeded: the series ends. */
  public void end(byte[] name) {
    database.sql("delete from failure_series where name = ?").param(name).update();
  }

  /** Forgets series that are long past. */
  public void sweep(Instant now) {
    database
        .sql("delete from failure_series where last < ? and locked < ?")
        .param(now.minus(FORGOTTEN).atOffset(ZoneOffset.UTC))
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
