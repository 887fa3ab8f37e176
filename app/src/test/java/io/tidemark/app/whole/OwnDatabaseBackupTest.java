package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.store.database.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A database that its operator backs up and restores is held to the same proof. */
final class OwnDatabaseBackupTest {
  private final Rehearsal rehearsal = Rehearsal.get();

  @Test
  void onesOwnDatabaseIsComparedWithTheLedgerOfTheBackup() throws Exception {
    Path servers = Files.createDirectory(rehearsal.folder.resolve("servers"));
    try (EmbeddedDatabase mine =
            EmbeddedDatabase.attach(Files.createDirectory(servers.resolve("a")));
        EmbeddedDatabase another =
            EmbeddedDatabase.attach(Files.createDirectory(servers.resolve("b")))) {
      Desk own = new Desk(rehearsal.folder.resolve("own"));
      rehearsal.init(own, "--database", url(mine));
      rehearsal.init(new Desk(rehearsal.folder.resolve("another")), "--database", url(another));
      String ownKey = own.home().resolve("keys/master.key").toString();
      Path kept = rehearsal.folder.resolve("own backup");
      own.type("backup", "--to", kept.toString()).ends(0).because("pgBackRest");
      Path to = rehearsal.folder.resolve("own restored");
      rehearsal
          .restoreWith(ownKey, kept, to, "--database", url(another))
          .ends(5)
          .because("the master key does not belong to this home");
      rehearsal.restoreWith(ownKey, kept, to).ends(3).because("restore your PostgreSQL first");
      rehearsal
          .restoreWith(ownKey, kept, to, "--database", url(mine))
          .ends(0)
          .because("database and ledger agree");
      new Desk(to).json(0, "ledger", "fsck");
    }
  }

  @Test
  void aRewrittenHistoryIsRefused() throws Exception {
    Path server = Files.createDirectory(rehearsal.folder.resolve("server"));
    try (EmbeddedDatabase database = EmbeddedDatabase.attach(server)) {
      Desk own = new Desk(rehearsal.folder.resolve("rewritten"));
      rehearsal.init(own, "--database", url(database));
      String ownKey = own.home().resolve("keys/master.key").toString();
      Path kept = rehearsal.folder.resolve("backup before");
      own.json(0, "backup", "--to", kept.toString());
      String head = own.json(0, "ledger", "checkpoint").get("checkpoint").asString();
      Path witnessed = Files.writeString(rehearsal.folder.resolve("witnessed"), head);
      try (Connection connection = DriverManager.getConnection(url(database));
          Statement rewriting = connection.createStatement()) {
        rewriting.execute(
            "update ledger_entry set body = convert_to(replace(convert_from(body, 'UTF8'),"
                + " 'actor operator', 'actor somebody'), 'UTF8') where index = 1");
      }
      Path to = rehearsal.folder.resolve("from rewritten");
      rehearsal
          .restoreWith(ownKey, kept, to, "--database", url(database))
          .ends(3)
          .because("differ from entry 1 on");

      Folders.remove(own.home().resolve("ledger"));
      own.type("backup", "--to", kept.toString())
          .ends(3)
          .because("is not continued by this home's");
      Path again = rehearsal.folder.resolve("backup after");
      own.json(0, "backup", "--to", again.toString());
      String[] command = {"--database", url(database), "--head", witnessed.toString()};
      rehearsal
          .restoreWith(ownKey, again, to, command)
          .ends(3)
          .because("its history was rewritten");
      assertThat(to).doesNotExist();
    }
  }

  private static String url(EmbeddedDatabase database) {
    return database.jdbcUrl() + "&user=" + database.user() + "&password=" + database.password();
  }
}
