package io.tidemark.store.access;

import io.tidemark.authorise.AccountOpened;
import io.tidemark.authorise.Invited;
import io.tidemark.authorise.PasswordChanged;
import io.tidemark.authorise.SignedIn;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.register.Sql;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invitations and accounts of people of the chain. Thread-safe. */
public final class Accounts {
  private final JdbcClient database;

  /** The tables in this database. */
  public Accounts(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(Invited.class, Accounts::invite)
        .with(AccountOpened.class, Accounts::open)
        .with(PasswordChanged.class, Accounts::changePassword);
  }

  /**
   * An account.
   *
   * @param password the password's Argon2id hash, encoded
   * @param codeSecret the secret of the one-time codes, sealed
   * @param step the last time step whose code was used
   * @param sealedKey the person's signing key, sealed under the password
   */
  public record Account(
      String person, String password, byte[] codeSecret, long step, byte[] sealedKey) {}

  /** The account of a person whom the chain still has, and as a human. */
  public Optional<Account> find(String person) {
    return database
        .sql(
            "select c.person, c.password, c.code_secret, c.step, c.sealed_key"
                + " from account c join actor a on a.id = c.person"
                + " where c.person = ? and 'SYSTEM' <> all(a.duties)")
        .param(person)
        .query(
            (row, n) ->
                new Account(
                    row.getString(1),
                    row.getString(2),
                    row.getBytes(3),
                    row.getLong(4),
                    row.getBytes(5)))
        .optional();
  }

  /** Whom an invitation is for, while it counts and the chain has that person. */
  public Optional<String> invited(Digest token, Instant now) {
    return database
        .sql(
            "select i.person from invitation i join actor a on a.id = i.person"
                + " where i.token = ? and i.until > ? and 'SYSTEM' <> all(a.duties)")
        .param(token.bytes())
        .param(now.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional();
  }

  private static void invite(Connection connection, long index, Invited invited)
      throws SQLException {
    Sql.run(connection, "delete from invitation where person = ?", invited.person());
    Sql.run(
        connection,
        "insert into invitation (token, person, until, entry) values (?, ?, ?, ?)",
        invited.token().bytes(),
        invited.person(),
        invited.until().atOffset(ZoneOffset.UTC),
        index);
  }

  private static void open(Connection connection, long index, AccountOpened opened)
      throws SQLException {
    int spent =
        Sql.run(
            connection,
            "delete from invitation where token = ? and person = ? and until > ?",
            opened.invitation().bytes(),
            opened.person(),
            opened.at().atOffset(ZoneOffset.UTC));
    if (spent != 1) {
      throw new AccountOpened.InvitationSpent();
    }
    Sql.run(connection, "delete from session where person = ?", opened.person());
    Sql.run(connection, "delete from passkey where person = ?", opened.person());
    Sql.run(
        connection,
        "insert into account (person, password, code_secret, step, public_key, sealed_key, entry)"
            + " values (?, ?, ?, 0, ?, ?, ?)"
            + " on conflict (person) do update set password = excluded.password,"
            + " code_secret = excluded.code_secret, step = 0, public_key = excluded.public_key,"
            + " sealed_key = excluded.sealed_key, entry = excluded.entry",
        opened.person(),
        opened.password(),
        opened.codeSecret(),
        opened.publicKey(),
        opened.sealedKey(),
        index);
  }

  /** The session stays only if it lives; of two changes at the same moment one counts. */
  private static void changePassword(Connection connection, long index, PasswordChanged changed)
      throws SQLException {
    boolean counts =
        Sessions.uses(connection, changed.person(), changed.shown(), changed.at())
            && Sql.run(
                    connection,
                    "update account set password = ?, sealed_key = ?"
                        + " where person = ? and password = ?",
                    changed.password(),
                    changed.sealedKey(),
                    changed.person(),
                    changed.old())
                == 1
            && Sessions.keepOnly(connection, changed.person(), changed.session());
    if (!counts) {
      throw new SignedIn.NoLongerCounts();
    }
  }
}
