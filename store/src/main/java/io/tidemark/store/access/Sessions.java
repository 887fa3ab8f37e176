package io.tidemark.store.access;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Proven;
import io.tidemark.authorise.SessionEnded;
import io.tidemark.authorise.SignedIn;
import io.tidemark.authorise.SignedOut;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.register.Sql;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
        .with(Proven.class, Sessions::prove)
        .with(SessionEnded.class, Sessions::end)
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
   * @param sealedKey the person's signing key, sealed under the token; a system has none
   * @param until its absolute end
   * @param signIn the entry of the sign-in that began it
   * @param certificate SHA-256 of the certificate that began it: it counts for nobody else
   * @param rules how often the rules had changed then, as {@link
   *     io.tidemark.store.register.RulesVersion} counts: asked along, for a request asks both
   */
  public record Live(
      Actor actor,
      String party,
      Optional<byte[]> sealedKey,
      Instant until,
      long signIn,
      Optional<Digest> certificate,
      long rules) {}

  /**
   * A session as its person sees it.
   *
   * @param signIn the entry of the sign-in that began it
   * @param shown what was shown for it, as {@link SignedIn.Shown#word()} has it
   * @param used when it was last used, to the half minute
   * @param until its absolute end
   * @param asking whether it is the one that asks
   */
  public record Listed(
      long signIn, String shown, Instant begun, Instant used, Instant until, boolean asking) {}

  /** A session with when it was last used, as far as that was noted. */
  private record Found(Live live, Instant used) {}

  /**
   * The session with this SHA-256 of its token, if it lives and the chain has its person. A
   * system's session counts only while the chain calls it a system, a person's only while it does
   * not.
   */
  public Optional<Live> find(Digest token, Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    Optional<Found> found =
        database
            .sql(
                "select s.person, a.duties, a.party, s.sealed_key, s.until, s.used, s.entry,"
                    + " s.certificate, (select version from rules_version)"
                    + " from session s join actor a on a.id = s.person"
                    + " where s.token = ? and s.until > ? and s.used > ?"
                    + " and (s.sealed_key is null) = ('SYSTEM' = any(a.duties))")
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
                            Optional.ofNullable(row.getBytes(4)),
                            instant(row, 5),
                            row.getLong(7),
                            Optional.ofNullable(row.getBytes(8)).map(Digest::of),
                            row.getLong(9)),
                        instant(row, 6)))
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

  /**
   * The sessions of a person that live, the newest first.
   *
   * @param asking SHA-256 of the token of the one that asks
   */
  public List<Listed> of(String person, Digest asking, Instant now) {
    return database
        .sql(
            "select entry, shown, begun, used, until, token = ? from session"
                + " where person = ? and until > ? and used > ? order by entry desc")
        .param(asking.bytes())
        .param(person)
        .param(now.atOffset(ZoneOffset.UTC))
        .param(now.minus(idle).atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Listed(
                    row.getLong(1),
                    row.getString(2),
                    instant(row, 3),
                    instant(row, 4),
                    instant(row, 5),
                    row.getBoolean(6)))
        .list();
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * Uses up the proof that this session's person showed after this instant; whether there was one.
   */
  public boolean useProof(Digest token, Instant after) {
    return database
            .sql("update session set proven = null where token = ? and proven > ?")
            .param(token.bytes())
            .param(after.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
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
    if (!uses(connection, in.person(), in.shown(), in.at())) {
      throw new SignedIn.NoLongerCounts();
    }
    Sql.run(
        connection,
        "insert into session (token, person, sealed_key, certificate, shown, begun, used, until, entry)"
            + " values (?, ?, nullif(?, ''::bytea), nullif(?, ''::bytea), ?, ?, ?, ?, ?)",
        in.session().bytes(),
        in.person(),
        in.sealedKey().orElse(new byte[0]),
        in.shown() instanceof SignedIn.ClientCertificate own
            ? own.fingerprint().bytes()
            : new byte[0],
        in.shown().word(),
        in.at().atOffset(ZoneOffset.UTC),
        in.at().atOffset(ZoneOffset.UTC),
        in.until().atOffset(ZoneOffset.UTC),
        index);
    if (in.ends().isPresent()) {
      Sql.run(connection, "delete from session where token = ?", in.ends().get().bytes());
    }
  }

  private static void end(Connection connection, long index, SessionEnded ended)
      throws SQLException {
    String sql = "delete from session where entry = ? and person = ?";
    if (Sql.run(connection, sql, ended.signIn(), ended.person()) != 1) {
      throw new SessionEnded.NoSuch();
    }
  }

  private static void prove(Connection connection, long index, Proven proven) throws SQLException {
    boolean counts =
        proven.passkey().isEmpty()
            || Passkeys.use(connection, proven.person(), proven.passkey().get(), proven.at());
    String sql = "update session set proven = ? where token = ? and person = ?";
    int lives =
        Sql.run(
            connection,
            sql,
            proven.at().atOffset(ZoneOffset.UTC),
            proven.session().bytes(),
            proven.person());
    if (!counts || lives != 1) {
      throw new SignedIn.NoLongerCounts();
    }
  }

  /** Ends all sessions of a person but this one; whether it is there. */
  static boolean keepOnly(Connection connection, String person, Digest session)
      throws SQLException {
    Sql.run(
        connection, "delete from session where person = ? and token <> ?", person, session.bytes());
    return Sql.run(
            connection,
            "update session set proven = null where person = ? and token = ?",
            person,
            session.bytes())
        == 1;
  }

  /** Uses up what was shown; whether it counted still. */
  static boolean uses(Connection connection, String person, SignedIn.Shown shown, Instant at)
      throws SQLException {
    if (shown instanceof SignedIn.Code code) {
      String sql = "update account set step = ? where person = ? and step < ?";
      return Sql.run(connection, sql, code.step(), person, code.step()) == 1;
    }
    if (shown instanceof SignedIn.Passkey passkey) {
      return Passkeys.use(connection, person, passkey, at);
    }
    if (shown instanceof SignedIn.ClientSecret own) {
      String sql = "update client_secret set secret = secret where system = ? and secret = ?";
      return Sql.run(connection, sql, person, own.secret().bytes()) == 1;
    }
    if (shown instanceof SignedIn.ClientCertificate own) {
      String sql =
          "update system_certificate set entry = entry where system = ? and fingerprint = ?";
      return Sql.run(connection, sql, person, own.fingerprint().bytes()) == 1;
    }
    if (shown instanceof SignedIn.Subject who) {
      String sql =
          "update provider_subject set entry = entry where person = ? and issuer = ? and subject = ?";
      return Sql.run(connection, sql, person, who.issuer(), who.subject()) == 1;
    }
    throw new IllegalStateException("a way to sign in that the store does not know");
  }
}
