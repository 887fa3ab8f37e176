package io.tidemark.store.register;

import io.tidemark.authorise.Pace;
import io.tidemark.custody.Pacing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often somebody asks about people. Thread-safe, over all nodes. */
public final class Paces implements Pacing {
  /**
   * Counts one more. The windows begin anew when they are over, the misses with their lock. What is
   * only counted need not be on the disk at once.
   */
  private static final String COUNT =
      """
      insert into pace as p (person, what, hour, in_hour, misses, day, in_day, locked)
      select :person, :what, :now, 1, :missed, :now, 1, case when :misses <= :missed then :now + :lock * interval '1 minute' end
       where\s"""
          + Sql.UNSYNCED
          + """

      on conflict (person, what) do update set
        hour = case when p.hour <= :hour then :now else p.hour end,
        in_hour = case when p.hour <= :hour then 1 else p.in_hour + 1 end,
        misses = case when p.hour <= :hour or p.locked <= :now then :missed else p.misses + :missed end,
        day = case when p.day <= :day then :now else p.day end,
        in_day = case when p.day <= :day then 1 else p.in_day + 1 end,
        locked = case when case when p.hour <= :hour or p.locked <= :now then :missed else p.misses + :missed end >= :misses
          then :now + :lock * interval '1 minute' end
      where (p.locked is null or p.locked <= :now)
        and (p.hour <= :hour or p.in_hour < :perHour)
        and (p.day <= :day or p.in_day < :perDay)
      returning locked
      """;

  /**
   * Takes back one miss, and the lock where it was this one that locked; its parameter is how many
   * misses lock.
   */
  static final String FORGIVEN =
      "update pace set misses = greatest(misses - 1, 0),"
          + " locked = case when misses - 1 >= ? then locked end";

  private static final String FORGIVE =
      FORGIVEN + " where person = ? and what = ? and " + Sql.UNSYNCED;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);

  private final JdbcClient database;

  /** Counts in this database. */
  public Paces(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  @Override
  public Turn begin(What what, String person, Pace pace, int misses, Instant now) {
    Optional<Turn> counted =
        database
            .sql(COUNT)
            .param("person", person)
            .param("what", what.id())
            .param("now", at(now))
            .param("hour", at(now.minus(HOUR)))
            .param("day", at(now.minus(DAY)))
            .param("missed", misses)
            .param("misses", pace.misses())
            .param("perHour", pace.perHour())
            .param("perDay", pace.perDay())
            .param("lock", pace.lockedMinutes())
            .query((row, n) -> new Turn(Optional.empty(), instant(row, 1).orElse(now)))
            .optional();
    return counted.orElseGet(() -> limit(what, person, pace, now));
  }

  private Turn limit(What what, String person, Pace pace, Instant now) {
    return database
        .sql("select locked, hour, in_hour, day, in_day from pace where person = ? and what = ?")
        .param(person)
        .param(what.id())
        .query((row, n) -> limit(row, pace, now))
        .single();
  }

  private static Turn limit(ResultSet row, Pace pace, Instant now) throws SQLException {
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
  public void forgive(What what, String person, Pace pace) {
    database.sql(FORGIVE).param(pace.misses()).param(person).param(what.id()).update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
