package io.tidemark.store.register;

import io.tidemark.rights.notice.Cause;
import io.tidemark.rights.notice.Notice;
import io.tidemark.rights.notice.Notices;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Digest;
import io.tidemark.terms.NoticeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices to those who hold a copy. Thread-safe. */
public final class NoticeTables implements Notices {
  private static final String WAITING = "acknowledged is null and box is not null";

  private final JdbcClient database;

  /** The tables in this database. */
  public NoticeTables(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return NoticeChanges.in(changes);
  }

  @Override
  public Optional<Notice> find(NoticeId id) {
    return database
        .sql("select * from notice where id = ?")
        .param(id.text())
        .query(NoticeTables::notice)
        .optional();
  }

  @Override
  public List<Notice> waiting(String party, Optional<NoticeId> after, int most) {
    return database
        .sql(
            "select * from notice where party = :party and "
                + WAITING
                + " and (cast(:after as text) is null"
                + " or place > (select place from notice where id = :after))"
                + " order by place limit :most")
        .param("party", party)
        .param("after", after.map(NoticeId::text).orElse(null))
        .param("most", most)
        .query(NoticeTables::notice)
        .list();
  }

  /** Of a party's waiting notices the first that its webhook has not taken. */
  public Optional<Notice> unsent(String party) {
    return database
        .sql(
            "select * from notice where party = ? and told is null and "
                + WAITING
                + " order by place limit 1")
        .param(party)
        .query(NoticeTables::notice)
        .optional();
  }

  /** Which notices a list is about. */
  public enum Which {
    /** All of them. */
    ALL("true"),
    /** Those that wait for the party's word. */
    WAITING(NoticeTables.WAITING),
    /** Of these, those whose time is over. */
    LATE(NoticeTables.WAITING + " and due < cast(:now as timestamptz)");

    private final String sql;

    Which(String sql) {
      this.sql = sql;
    }
  }

  /**
   * Notices, the newest first.
   *
   * @param party whose, or nothing for everybody's
   * @param after the notice after which the list goes on, or nothing for its beginning
   * @param most how many at most
   */
  public List<Notice> list(
      Which which, Optional<String> party, Optional<NoticeId> after, int most, Instant now) {
    return database
        .sql(
            "select * from notice where "
                + which.sql
                + " and cast(:now as timestamptz) is not null"
                + " and (cast(:party as text) is null or party = :party)"
                + " and (cast(:after as text) is null"
                + " or place < (select place from notice where id = :after))"
                + " order by place desc limit :most")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("party", party.orElse(null))
        .param("after", after.map(NoticeId::text).orElse(null))
        .param("most", most)
        .query(NoticeTables::notice)
        .list();
  }

  /** How many notices an entry opened. */
  public long openedBy(long entry) {
    return database
        .sql("select count(*) from notice where entry = ?")
        .param(entry)
        .query(Long.class)
        .single();
  }

  /**
   * What waits for one party's word.
   *
   * @param late how many of them are past their time
   */
  public record Count(String party, long waiting, long late) {}

  /** What waits for the word of each party of which something waits. */
  public List<Count> counts(Instant now) {
    return database
        .sql(
            "select party, count(*), count(*) filter (where due < ?) from notice where "
                + WAITING
                + " group by party order by party")
        .param(now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new Count(row.getString(1), row.getLong(2), row.getLong(3)))
        .list();
  }

  @Override
  public long past(Instant now) {
    return database
        .sql("select count(*) from notice where box is not null and until <= ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private static Notice notice(ResultSet row, int number) throws SQLException {
    Optional<Notice.Told> told = Optional.empty();
    if (row.getObject("told") != null) {
      told =
          Optional.of(
              new Notice.Told(
                  instant(row, "told"),
                  Notice.Way.valueOf(row.getString("way")),
                  Digest.of(row.getBytes("document"))));
    }
    Optional<Notice.Acknowledged> acknowledged = Optional.empty();
    if (row.getObject("acknowledged") != null) {
      acknowledged =
          Optional.of(
              new Notice.Acknowledged(
                  instant(row, "acknowledged"),
                  row.getString("acknowledged_by"),
                  row.getLong("acknowledgement")));
    }
    return new Notice(
        new NoticeId(row.getString("id")),
        row.getString("party"),
        Cause.valueOf(row.getString("cause")),
        Optional.of(row.getString("purpose")).filter(purpose -> !purpose.isEmpty()),
        instant(row, "since"),
        instant(row, "opened"),
        instant(row, "due"),
        row.getLong("entry"),
        Optional.ofNullable(row.getBytes("box")),
        told,
        acknowledged);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
