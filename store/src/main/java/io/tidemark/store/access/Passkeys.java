package io.tidemark.store.access;

import io.tidemark.authorise.PasskeyRegistered;
import io.tidemark.authorise.PasskeyRemoved;
import io.tidemark.authorise.SignedIn;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.register.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys of people who have an account, asked of the database each time. Thread-safe. */
public final class Passkeys {
  private final JdbcClient database;

  /** The table in this database. */
  public Passkeys(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(PasskeyRegistered.class, Passkeys::register)
        .with(PasskeyRemoved.class, Passkeys::remove);
  }

  /**
   * A passkey.
   *
   * @param registration the entry that registered it
   * @param name what its person calls it
   * @param credential the id that its authenticator gave it
   * @param attested what its authenticator said of it
   * @param counter how often it had signed when it was last used
   * @param backup whether its authenticator may copy it to other devices
   * @param used when it was last used; null for never
   */
  public record Passkey(
      long registration,
      String person,
      String name,
      byte[] credential,
      byte[] attested,
      long counter,
      boolean backup,
      Instant registered,
      @Nullable Instant used) {}

  /** The passkey of this id, if it is this person's. */
  public Optional<Passkey> find(String person, byte[] credential) {
    return query("person = ? and credential = ?", person, credential).stream().findFirst();
  }

  /** All passkeys of a person, in the order of their registration. */
  public List<Passkey> of(String person) {
    return query("person = ?", person);
  }

  private List<Passkey> query(String where, Object... parameters) {
    return database
        .sql(
            "select entry, person, name, credential, attested, counter, backup, registered, used"
                + " from passkey where "
                + where
                + " order by entry")
        .params(parameters)
        .query(
            (row, n) ->
                new Passkey(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getBytes(4),
                    row.getBytes(5),
                    row.getLong(6),
                    row.getBoolean(7),
                    row.getObject(8, OffsetDateTime.class).toInstant(),
                    instant(row.getObject(9, OffsetDateTime.class))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** Notes a use; false when the passkey was removed or has signed as often before. */
  static boolean use(Connection connection, String person, SignedIn.Passkey passkey, Instant at)
      throws SQLException {
    return Sql.run(
            connection,
            "update passkey set counter = ?, used = ? where entry = ? and person = ?"
                + " and (counter < ? or counter = 0 and ? = 0)",
            passkey.counter(),
            at.atOffset(ZoneOffset.UTC),
            passkey.registration(),
            person,
            passkey.counter(),
            passkey.counter())
        == 1;
  }

  private static void register(Connection connection, long index, PasskeyRegistered registered)
      throws SQLException {
    int made =
        Sql.run(
            connection,
            "insert into passkey"
                + " (credential, person, name, attested, counter, backup, registered, entry)"
                + " select ?, person, ?, ?, ?, ?, ?, ? from account where person = ?"
                + " and (select count(*) from passkey p where p.person = account.person) < ?"
                + " on conflict do nothing",
            registered.credential(),
            registered.name(),
            registered.attested(),
            registered.counter(),
            registered.backup(),
            registered.at().atOffset(ZoneOffset.UTC),
            index,
            registered.person(),
            PasskeyRegistered.MOST);
    if (made != 1) {
      throw new PasskeyRegistered.NotTaken();
    }
  }

  private static void remove(Connection connection, long index, PasskeyRemoved removed)
      throws SQLException {
    String sql = "delete from passkey where entry = ? and person = ?";
    if (Sql.run(connection, sql, removed.registration(), removed.person()) != 1) {
      throw new PasskeyRemoved.NoSuch();
    }
  }
}
