package io.tidemark.store.register;

import io.tidemark.authorise.LookUps;
import io.tidemark.custody.LookedUp;
import io.tidemark.custody.NotShown;
import io.tidemark.custody.Pacing;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looked whom up, and how often somebody looks. Thread-safe, over all nodes. */
public final class LookUpTables implements Pacing {
  /**
   * Counts one more. The windows begin anew when they are over, the misses with their lock. What is
   * only counted need not be on the disk at once: the statement that sets this waits for no disk.
   */
  private static final String COUNT =
      """
      with quick as (select set_config('synchronous_commit', 'off', true))
      insert into look_up_pace as p (person, hour, in_hour, misses, day, in_day, locked)
      select :person, :now, 1, 1, :now, 1, case when :misses <= 1 then :now + :lock * interval '1 minute' end
        from quick
      on conflict (person) do update set
        hour = case when p.hour <= :hour then :now else p.hour end,
        in_hour = case when p.hour <= :hour then 1 else p.in_hour + 1 end,
        misses = case when p.hour <= :hour or p.locked <= :now then 1 else p.misses + 1 end,
        day = case when p.day <= :day then :now else p.day end,
        in_day = case when p.day <= :day then 1 else p.in_day + 1 end,
        locked = case when case when p.hour <= :hour or p.locked <= :now then 1 else p.misses + 1 end >= :misses
          then :now + :lock * interval '1 minute' end
      where (p.locked is null or p.locked <= :now)
        and (p.hour <= :hour or p.in_hour < :perHour)
        and (p.day <= :day or p.in_day < :perDay)
      returning locked
      """;

  /** Takes back that one showed nobody, and the lock where it was this one that locked. */
  private static final String FORGIVE =
      """
      with quick as (select set_config('synchronous_commit', 'off', true))
      update look_up_pace
         set misses = greatest(misses - 1, 0), locked = case when misses - 1 >= ? then locked end
        from quick where person = ?
      """;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);

  private final JdbcClient database;

  /** The tables in this database. */
  public LookUpTables(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(LookedUp.class, LookUpTables::lookedUp)
        .with(
            NotShown.class,
            (connection, index, not) ->
                Sql.run(connection, "delete from looked_at where look_up = ?", not.id()));
  }

  @Override
  public Turn begin(String person, LookUps.Pace pace, Instant now) {
    Optional<Turn> counted =
        database
            .sql(COUNT)
            .param("person", person)
            .param("now", at(now))
            .param("hour", at(now.minus(HOUR)))
            .param("day", at(now.minus(DAY)))
            .param("misses", pace.misses())
            .param("perHour", pace.perHour())
            .param("perDay", pace.perDay())
            .param("lock", pace.lockedMinutes())
            .query((row, n) -> new Turn(Optional.empty(), instant(row, 1).orElse(now)))
            .optional();
    return counted.orElseGet(() -> limit(person, pace, now));
  }

  private Turn limit(String person, LookUps.Pace pace, Instant now) {
    return database
        .sql("select locked, hour, in_hour, day, in_day from look_up_pace where person = ?")
        .param(person)
        .query((row, n) -> limit(row, pace, now))
        .single();
  }

  private static Turn limit(ResultSet row, LookUps.Pace pace, Instant now) throws SQLException {
    Optional<Instant> locked = instant(row, 1).filter(now::isBefore);
    if (locked.isPresent()) {
      return new Turn(Optional.of(Limit.LOCKED), locked.get());
    }
    Instant day = instant(row, 4).orElse(now).plus(DAY);
    if (row.getInt(5) >= pace.perDay() && now.isBefore(day)) {
      return new Turn(Optional.of(Limit.PER_DAY), day);
    }
    return new Turn(Optional.of(Limit.PER_HOUR), instant(row, 2).orElse(now).plus(HOUR));
  }

  @Override
  public void forgive(String person, LookUps.Pace pace) {
    database.sql(FORGIVE).param(pace.misses()).param(person).update();
  }

  /** One statement: the ledger's sequencer waits meanwhile. */
  private static void lookedUp(Connection connection, long index, LookedUp look)
      throws SQLException {
    String sql =
        """
        with made as (
          insert into look_up (id, person, key, task, at, entry) values (?, ?, ?, ?, ?, ?)
          on conflict (person, key) do nothing returning id),
        whom as (insert into looked_at (record, look_up) select r, made.id from made, unnest(?) r)
        select count(*) from made
        """;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, look.id().text());
      insert.setString(2, look.person());
      insert.setBytes(3, Digest.sha256(look.key()).bytes());
      insert.setString(4, look.task());
      insert.setObject(5, at(look.at()));
      insert.setLong(6, index);
      insert.setArray(7, connection.createArrayOf("integer", look.records().toArray()));
      try (ResultSet row = insert.executeQuery()) {
        if (!row.next() || row.getInt(1) != 1) {
          throw new LookedUp.Repeated();
        }
      }
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
