package io.tidemark.store.access;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.SignedIn;
import io.tidemark.authorise.SignedOut;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.register.Sql;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sessions, asked of the database each time: one that ended has ended on every node. Thread-safe.
 */
public final class Sessions {
  /** How exactly the last use is noted; notes less often would end sessions early. */
  private static final Duration NOTED = Duration.ofSeconds(30);

  private final JdbcClient database;
  private final Duration idle;

  /**
   * The table in this database.
   *
   * @param idle a session that was not used for so long has ended; above a minute
   */
  public Sessions(DataSource database, Duration idle) {
    this.database = JdbcClient.create(database);
    this.idle = idle;
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(SignedIn.class, Sessions::open)
        .with(
            SignedOut.class,
            (connection, index, out) ->
                Sql.run(connection, "delete from session where person = ?", out.person()));
  }

  /**
   * A session that lives.
   *
   * @param actor whose it is, with the duties that the chain gives now
   * @param party where the person works
   * @param sealedKey the person's signing key, sealed under the token
   * @param until its absolute end
   */
  public record Live(Actor actor, String party, byte[] sealedKey, Instant until) {}

  /** A session with when it was last used, as far as that was noted. */
  private record Found(Live live, Instant used) {}

  /** The session with this SHA-256 of its token, if it lives and the chain has its person. */
  public Optional<Live> find(Digest token, Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    Optional<Found> found =
        database
            .sql(
                "select s.person, a.duties, a.party, s.sealed_key, s.until, s.used"
                    + " from session s join actor a on a.id = s.person"
                    + " where s.token = ? and s.until > ? and s.used > ?")
            .param(token.bytes())
            .param(at)
            .param(at.minus(idle))
            .query(
                (row, n) ->
                    new Found(
                        new Live(
                            new Actor(
                                row.getString(1),
                                Sql.texts(row.getArray(2)).stream()
                                    .map(Duty::valueOf)
                                    .collect(Collectors.toSet())),
                            row.getString(3),
                            row.getBytes(4),
                            row.getObject(5, java.time.OffsetDateTime.class).toInstant()),
                        row.getObject(6, java.time.OffsetDateTime.class).toInstant()))
            .optional();
    if (found.isPresent() && found.get().used().isBefore(now.minus(NOTED))) {
      database
          .sql("update session set used = ? where token = ? and used < ?")
          .param(at)
          .param(token.bytes())
          .param(at.minus(NOTED))
          .update();
    }
    return found.map(Found::live);
  }

  /** Forgets sessions that have ended. */
  public void sweep(Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    database
        .sql("delete from session where until <= ? or used <= ?")
        .param(at)
        .param(at.minus(idle))
        .update();
  }

  private static void open(Connection connection, long index, SignedIn in) throws SQLException {
    int spent =
        Sql.run(
            connection,
            "update account set step = ? where person = ? and step < ?",
            in.step(),
            in.person(),
            in.step());
    if (spent != 1) {
      throw new SignedIn.CodeSpent();
    }
    Sql.run(
        connection,
        "insert into session (token, person, sealed_key, used, until, entry)"
            + " values (?, ?, ?, ?, ?, ?)",
        in.session().bytes(),
        in.person(),
        in.sealedKey(),
        in.at().atOffset(ZoneOffset.UTC),
        in.until().atOffset(ZoneOffset.UTC),
        index);
  }
}
