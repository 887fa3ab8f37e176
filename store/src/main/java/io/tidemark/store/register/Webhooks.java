package io.tidemark.store.register;

import io.tidemark.rights.notice.WebhookSet;
import io.tidemark.store.journal.Changes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where partners' webhooks are, and whose turn it is. A node that sends to a party holds its turn
 * for a while; when the node dies, the turn ends by itself, and another sends again. Thread-safe,
 * over all processes of a database.
 */
public final class Webhooks {
  /** How long a turn lasts without being renewed: longer than one sending can take. */
  public static final Duration TURN = Duration.ofMinutes(1);

  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 9;

  private final JdbcClient database;

  /** The tables in this database. */
  public Webhooks(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes.with(WebhookSet.class, Webhooks::set);
  }

  private static void set(Connection connection, long index, WebhookSet set) throws SQLException {
    if (set.url().isEmpty()) {
      Sql.run(connection, "delete from webhook where party = ?", set.party());
      return;
    }
    Sql.run(
        connection,
        "insert into webhook (party, host, url, entry, next) values (?, ?, ?, ?, ?)"
            + " on conflict (party) do update set host = excluded.host, url = excluded.url,"
            + " entry = excluded.entry, sending = false, failures = 0, next = excluded.next, problem = null",
        set.party(),
        set.host(),
        set.url().get(),
        index,
        at(set.at()));
  }

  /**
   * A party's turn.
   *
   * @param url the sealed address
   * @param failures how often it failed one after the other
   * @param until when the turn ends
   */
  public record Turn(String party, byte[] url, int failures, Instant until) {}

  /**
   * Takes the turn of a party that has something waiting; nothing where nobody has, or others have
   * their turns. A party that is suspended waits.
   */
  public Optional<Turn> take(Instant now) {
    return database
        .sql(
            """
            update webhook set next = :until, sending = true
             where party = (
               select w.party from webhook w
                where w.next <= :now
                  and exists (select 1 from notice n where n.party = w.party and n.told is null
                                and n.acknowledged is null and n.box is not null)
                  and not exists (select 1 from partner_suspension s where s.party = w.party)
                order by w.next limit 1 for update skip locked)
            returning party, url, failures, next
            """)
        .param("now", at(now))
        .param("until", at(now.plus(TURN)))
        .query(
            (row, n) ->
                new Turn(
                    row.getString(1),
                    row.getBytes(2),
                    row.getInt(3),
                    row.getObject(4, OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** The turn for a while longer; nothing when it is somebody else's by now. */
  public Optional<Turn> renew(Turn turn, Instant now) {
    return database
        .sql("update webhook set next = ? where party = ? and next = ? returning next")
        .param(at(now.plus(TURN)))
        .param(turn.party())
        .param(at(turn.until()))
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional()
        .map(until -> new Turn(turn.party(), turn.url(), turn.failures(), until));
  }

  /** All was taken: the turn ends. */
  public void done(Turn turn, Instant now) {
    database
        .sql(
            "update webhook set next = ?, sending = false, failures = 0, problem = null"
                + " where party = ? and next = ?")
        .param(at(now))
        .param(turn.party())
        .param(at(turn.until()))
        .update();
  }

  /** It was not taken: the party's turn comes again after twice the time of before. */
  public void failed(Turn turn, String problem, Instant now) {
    Duration wait = SHORTEST.multipliedBy(1L << Math.min(turn.failures(), MOST_DOUBLINGS));
    database
        .sql(
            "update webhook set next = ?, sending = false, failures = failures + 1, problem = ?"
                + " where party = ? and next = ?")
        .param(at(now.plus(wait)))
        .param(problem)
        .param(turn.party())
        .param(at(turn.until()))
        .update();
  }

  /** Has a party's turn come at once, unless somebody has it; whether it has a webhook. */
  public boolean hasten(String party, Instant now) {
    return database
            .sql(
                "update webhook set next = case when sending then next else least(next, ?) end,"
                    + " failures = 0 where party = ?")
            .param(at(now))
            .param(party)
            .update()
        == 1;
  }

  /**
   * A webhook as it stands.
   *
   * @param failures how often it failed one after the other
   * @param problem what was wrong the last time; nothing where it works
   */
  public record Standing(String party, String host, int failures, Optional<String> problem) {}

  /** All webhooks. */
  public List<Standing> all() {
    return database
        .sql("select party, host, failures, problem from webhook order by party")
        .query(
            (row, n) ->
                new Standing(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    Optional.ofNullable(row.getString(4))))
        .list();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.truncatedTo(java.time.temporal.ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
