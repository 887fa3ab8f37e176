package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.home.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The rehearsal: a home that is in use is backed up, lives on, and comes back elsewhere, whole and
 * as it stood between two disclosures.
 */
final class BackupTest {
  private static final int PEOPLE = 60;

  @TempDir private static Path folder = Path.of(".");
  private static Desk desk = new Desk(folder);
  private static String key = "";
  private static String masterKey = "";
  private static Path backup = folder;
  private static Instant between = Instant.EPOCH;
  private static String evidence = "";
  private static String first = "";
  private static String second = "";

  /** Two backups, one of them cut off in between; two disclosures, and a moment between them. */
  @BeforeAll
  static void aHomeIsBackedUpWhileItIsUsed() throws Exception {
    desk = new Desk(folder.resolve("home"));
    key = init(desk).get("public_key").asString();
    masterKey = desk.home().resolve("keys/master.key").toString();
    backup = folder.resolve("kept elsewhere");
    try (Home inUse = Home.open(desk.home(), System.getenv())) {
      assertThat(inUse.embedded()).isPresent();
      deposit();
      first = release("ag-1");
      JsonNode made = desk.json(0, "backup", "--to", backup.toString());
      assertThat(made.get("archiving").asBoolean()).isTrue();
      cosign(desk);
      String traced = traced(desk, "ag-1").get("case").asString();
      evidence = folder.resolve("evidence.zip").toString();
      desk.json(0, "evidence", traced, "--out", evidence);
      between = Instant.now();

      second = release("ag-2");
      desk.json(0, "revoke", grant(inUse, "ag-3"), "--why", "over");
      cutOffABackup();
      desk.json(0, "backup");
    }
  }

  private static JsonNode init(Desk at, String... more) throws Exception {
    StringBuilder chain = new StringBuilder("parties:\n  - {id: hq, kind: insurer, name: 示例}\n");
    StringBuilder grants = new StringBuilder("grants:\n");
    for (int i = 1; i <= 3; i++) {
      chain.append("  - {id: ag-%d, kind: agent, parent: hq, name: 代理%d}\n".formatted(i, i));
      grants.append(
          ("  - {to: ag-%d, purpose: renewal-service, columns: [姓名, 手机号, 车牌号, 厂牌型号, 地址, 终保日期],"
                  + " forms: {手机号: plain}, people_at_most: 5000, until: 2029-12-31,"
                  + " approved_by: [liu.min, chen.wei]}\n")
              .formatted(i));
    }
    chain.append("people:\n  - {id: liu.min, party: hq, duties: [protection-officer]}\n");
    chain.append("  - {id: chen.wei, party: hq, duties: [approver]}\n");
    Path file = Files.writeString(folder.resolve("chain.yaml"), chain.append(grants));
    List<String> init = new ArrayList<>(List.of("init", "--chain", file.toString()));
    init.addAll(List.of(more));
    return at.json(0, init.toArray(String[]::new));
  }

  private static void deposit() throws Exception {
    Path file = folder.resolve("portfolio.csv");
    List<List<String>> rows = new PortfolioGenerator(5, PEOPLE, Untidiness.none()).rows().toList();
    FileShape.UTF8.write(file, new LeakedTable(PortfolioGenerator.COLUMNS, rows));
    desk.json(0, "deposit", file.toString());
  }

  private static String release(String to) {
    JsonNode released =
        desk.json(
            0,
            "disclose",
            "--to",
            to,
            "--purpose",
            "renewal-service",
            "--columns",
            "姓名,手机号,车牌号,厂牌型号,地址,终保日期",
            "--where",
            "终保日期 2020-01-01..2039-12-31",
            "--out",
            folder.resolve(to + ".csv").toString());
    return released.get("disclosure").asString();
  }

  private static JsonNode traced(Desk at, String party) throws Exception {
    Path leak = folder.resolve("leak-" + party + ".csv");
    LeakedTable copy = Company.read(folder.resolve(party + ".csv"));
    FileShape.UTF8.write(leak, new Selection.Sample(25, 3).on(copy));
    Desk.Said said = at.type("trace", leak.toString(), "--json");
    assertThat(said.exit()).as(said.err()).isIn(0, 1);
    return said.json();
  }

  private static String grant(Home home, String party) {
    return home.chain().chain().grants().stream()
        .filter(grant -> grant.to().equals(party))
        .findFirst()
        .orElseThrow()
        .id()
        .text();
  }

  /** The head that the witness saw before the second disclosure, kept by itself. */
  private static String witnessed() throws Exception {
    try (Stream<Path> anchors = Files.list(desk.home().resolve("anchors"))) {
      return anchors.sorted().findFirst().orElseThrow().resolve("checkpoint").toString();
    }
  }

  private static void cosign(Desk at) {
    Path witness = folder.resolve("audit.key");
    List<String> command =
        new ArrayList<>(List.of("ledger", "cosign", "--witness", witness.toString()));
    if (Files.notExists(witness)) {
      command.addAll(List.of("--create", "audit.example"));
    }
    at.json(0, command.toArray(String[]::new));
  }

  /** Kill -9 as soon as the copy of the cluster has begun. */
  private static void cutOffABackup() throws Exception {
    Child child =
        Child.start(folder, Map.of(), List.of("backup", "--home", desk.home().toString()));
    while (Files.notExists(backup.resolve("base/unfinished/base.tar"))) {
      assertThat(child.process().isAlive()).as(Files.readString(child.err())).isTrue();
      Thread.onSpinWait();
    }
    child.kill();
    child.end();
    assertThat(bases()).hasSize(1);
  }

  private static List<Path> bases() throws Exception {
    try (Stream<Path> all = Files.list(backup.resolve("base"))) {
      return all.filter(base -> Files.exists(base.resolve("base.properties"))).sorted().toList();
    }
  }

  private static Desk.Said restore(Path from, Path to, String... more) {
    return restoreWith(masterKey, from, to, more);
  }

  private static Desk.Said restoreWith(String key, Path from, Path to, String... more) {
    List<String> command =
        new ArrayList<>(List.of("restore", "--from", from.toString(), "--master-key", key));
    command.addAll(List.of(more));
    return new Desk(to).type(command.toArray(String[]::new));
  }

  @Test
  void theLastStateComesBackWhole() throws Exception {
    Path to = folder.resolve("whole");
    JsonNode done = restore(backup, to, "--json").ends(0).json();
    assertThat(done.get("lost")).isEmpty();
    assertThat(done.get("public_key").asString()).isEqualTo(key);
    Desk restored = new Desk(to);
    assertThat(restored.json(0, "ledger", "fsck").get("size").asLong())
        .isEqualTo(done.get("ledger_size").asLong());
    assertThat(accused(traced(restored, "ag-1"))).isEqualTo("ag-1");
    assertThat(accused(traced(restored, "ag-2"))).isEqualTo("ag-2");
    restore(backup, to).ends(5).because("is not empty", "new folder only");
    restored.type("backup", "--to", backup.toString()).ends(3).because("before it was restored");
    restored.json(0, "backup", "--to", folder.resolve("second place").toString());
  }

  @Test
  void aMomentBetweenTwoDisclosuresComesBackAndTheLedgerOnlyGrows() throws Exception {
    Path to = folder.resolve("earlier");
    JsonNode done =
        restore(backup, to, "--until", between.toString(), "--head", witnessed(), "--json")
            .ends(0)
            .json();
    List<String> lost = new ArrayList<>();
    done.get("lost")
        .forEach(one -> lost.add(one.get("kind").asString() + " " + one.get("what").asString()));
    assertThat(lost)
        .anyMatch(
            one -> one.startsWith("disclosure") && one.contains(second) && one.contains("to ag-2"))
        .anyMatch(one -> one.startsWith("revocation grant g-"))
        .noneMatch(one -> one.contains(first));

    Desk restored = new Desk(to);
    assertThat(restored.json(0, "ledger", "fsck").get("ok").asBoolean()).isTrue();
    cosign(restored);
    assertThat(accused(traced(restored, "ag-1"))).isEqualTo("ag-1");
    assertThat(traced(restored, "ag-2").get("accused")).isEmpty();
    Desk.say(List.of("verify", evidence, "--key", key)).ends(0);
  }

  /** Between the entry that opens a copy and the one that says it is written. */
  @Test
  void aCopyOfWhichOnlyTheLedgerKnowsTheEndIsTraced() throws Exception {
    Path to = folder.resolve("half");
    JsonNode done = restore(backup, to, "--until", releaseTime(second), "--json").ends(0).json();
    assertThat(done.get("lost").get(0).get("kind").asString()).isEqualTo("release");
    assertThat(done.get("lost").get(0).get("matters").asBoolean()).isFalse();
    assertThat(done.get("open")).isEmpty();
    Desk restored = new Desk(to);
    Desk.Said next = restored.type("ledger", "fsck").ends(0);
    assertThat(next.err()).doesNotContain("was not delivered");
    assertThat(accused(traced(restored, "ag-2"))).isEqualTo("ag-2");
  }

  private static String releaseTime(String disclosure) throws Exception {
    try (Home home = Home.open(desk.home(), System.getenv())) {
      return Ledgers.of(home).entries().stream()
          .filter(entry -> entry.kind().equals("release"))
          .filter(entry -> entry.value("disclosure").orElse("").equals(disclosure))
          .findFirst()
          .flatMap(entry -> entry.value("time"))
          .orElseThrow();
    }
  }

  private static String accused(JsonNode answer) {
    assertThat(answer.get("verdict").asString()).isEqualTo("named");
    return answer.get("accused").get(0).get("party").asString();
  }

  /** A copy of the backup in which something is changed, and what the restore says of it. */
  private Desk.Said changed(String name, Change change) throws Exception {
    Path copy = folder.resolve("changed-" + name);
    Folders.copy(backup, copy);
    change.in(copy);
    Path to = folder.resolve("from-" + name);
    Desk.Said said = restore(copy, to);
    if (said.exit() != 0) {
      assertThat(to).doesNotExist();
    }
    return said;
  }

  /** What is done to a backup. */
  private interface Change {
    void in(Path copy) throws Exception;
  }

  private static void flip(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[Math.min(300, bytes.length / 2)] ^= 1;
    Files.write(file, bytes);
  }

  private static Path newest(Path base) throws Exception {
    try (Stream<Path> all = Files.list(base)) {
      return all.max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  private static List<Path> wal(Path copy) throws Exception {
    try (Stream<Path> all = Files.list(copy.resolve("wal"))) {
      return all.filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}\\.gz"))
          .sorted()
          .toList();
    }
  }

  /**
   * Of the WAL that the newest copy needs: in a file of zeros most bits of its compression are
   * idle.
   */
  private static Path fullest(Path copy) throws Exception {
    String needed = Files.readString(newest(copy.resolve("base")).resolve("base.properties"));
    String first = needed.replaceAll("(?s).*first-wal=(\\w+).*", "$1");
    return wal(copy).stream()
        .filter(file -> file.getFileName().toString().compareTo(first) >= 0)
        .max(Comparator.comparing(file -> file.toFile().length()))
        .orElseThrow();
  }

  @Test
  void aFlippedBitIsFoundWhereverItIs() throws Exception {
    changed("wal", copy -> flip(fullest(copy))).ends(3).because("the WAL file", "is damaged");
    changed("base", copy -> flip(newest(copy.resolve("base")).resolve("base.tar")))
        .ends(3)
        .because("base.tar", "is damaged");
    changed("tile", copy -> flip(newest(copy.resolve("ledger/tile/entries/000.p"))))
        .ends(3)
        .because("the ledger in the backup is damaged");
    changed("head", copy -> flip(copy.resolve("ledger/checkpoint")))
        .ends(3)
        .because("the ledger in the backup is damaged", "ledger/checkpoint");
  }

  @Test
  void aCopyThatTheLedgerDoesNotNameIsRefused() throws Exception {
    changed(
            "swapped",
            copy -> {
              Path properties = newest(copy.resolve("base")).resolve("base.properties");
              String text = Files.readString(properties);
              Files.writeString(
                  properties, text.replaceFirst("sha256=[0-9a-f]{8}", "sha256=00000000"));
            })
        .ends(3)
        .because("is not the backup that entry");
  }

  @Test
  void aMissingEndIsTold() throws Exception {
    Path copy = folder.resolve("short");
    Folders.copy(backup, copy);
    Path ahead = folder.resolve("ahead");
    Files.writeString(ahead, grown().get("checkpoint").asString());
    restore(copy, folder.resolve("old"), "--head", ahead.toString())
        .ends(3)
        .because("the backup is older than --head");
    String last = Files.readString(newest(copy.resolve("base")).resolve("base.properties"));
    for (Path file : wal(copy)) {
      String name = file.getFileName().toString().substring(0, 24);
      if (name.compareTo(last.replaceAll("(?s).*last-wal=(\\w+).*", "$1")) > 0) {
        Files.delete(file);
      }
    }
    restore(copy, folder.resolve("cut"))
        .ends(3)
        .because("the database ends before entry", "--accept-loss");
    restore(copy, folder.resolve("cut"), "--accept-loss")
        .ends(0)
        .because("have no consequence in the database: {backup=1}");
    new Desk(folder.resolve("cut")).json(0, "ledger", "fsck");
    Files.delete(wal(copy).get(wal(copy).size() - 1));
    restore(copy, folder.resolve("gap")).ends(3).because("is missing");
  }

  /** The head after one more entry, which reaches the archive later than this test looks. */
  private static JsonNode grown() {
    desk.json(0, "trace", folder.resolve("leak-ag-1.csv").toString());
    return desk.json(0, "ledger", "checkpoint");
  }

  @Test
  void whatCannotBeRestoredIsExplained() throws Exception {
    Path other = Files.writeString(folder.resolve("other.key"), "ab".repeat(32));
    Path to = folder.resolve("refused");
    new Desk(to)
        .type("restore", "--from", backup.toString(), "--master-key", other.toString())
        .ends(5)
        .because("the master key does not belong to this backup");
    new Desk(to)
        .type("restore", "--from", backup.toString())
        .ends(5)
        .because("there is no master key", "TIDEMARK_MASTER_KEY");
    restore(folder.resolve("none"), to).ends(3).because("is no backup");
    restore(backup, to, "--until", "2020-01-01T00:00:00Z").ends(3).because("the earliest moment");
    restore(backup, to, "--until", "2999-01-01T00:00:00Z")
        .ends(3)
        .because("nothing in the backup was committed after --until");
    restore(backup, to, "--until", "yesterday").ends(2).because("a moment with its zone");
    restore(backup, to, "--database", "jdbc:x").ends(3).because("leave --database out");
    assertThat(to).doesNotExist();
    restore(backup, desk.home()).ends(5).because("is not empty");
    desk.type("backup", "--to", desk.home().resolve("b").toString())
        .ends(3)
        .because("does not lie in the home");
    desk.type("backup", "--to", folder.toString()).ends(3).because("holds other files");
  }

  @Test
  void aBackupHoldsNoKeyAndIsTheOwnersAlone() throws Exception {
    String master = Files.readString(Path.of(masterKey)).strip();
    String password = Files.readString(desk.home().resolve("keys/database.password")).strip();
    for (Path file : Folders.files(backup)) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(text).as(file.toString()).doesNotContain(master).doesNotContain(password);
    }
    for (Path path : Folders.all(backup)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .as(path.toString())
          .endsWith("------");
    }
  }

  @Test
  void onesOwnDatabaseIsComparedWithTheLedgerOfTheBackup() throws Exception {
    Path servers = Files.createDirectory(folder.resolve("servers"));
    try (EmbeddedDatabase mine =
            EmbeddedDatabase.attach(Files.createDirectory(servers.resolve("a")));
        EmbeddedDatabase another =
            EmbeddedDatabase.attach(Files.createDirectory(servers.resolve("b")))) {
      Desk own = new Desk(folder.resolve("own"));
      init(own, "--database", url(mine));
      init(new Desk(folder.resolve("another")), "--database", url(another));
      String ownKey = own.home().resolve("keys/master.key").toString();
      Path kept = folder.resolve("own backup");
      own.type("backup", "--to", kept.toString()).ends(0).because("pgBackRest");
      Path to = folder.resolve("own restored");
      restoreWith(ownKey, kept, to, "--database", url(another))
          .ends(5)
          .because("the master key does not belong to this home");
      restoreWith(ownKey, kept, to).ends(3).because("restore your PostgreSQL first");
      restoreWith(ownKey, kept, to, "--database", url(mine))
          .ends(0)
          .because("database and ledger agree");
      new Desk(to).json(0, "ledger", "fsck");
    }
  }

  @Test
  void aRewrittenHistoryIsRefused() throws Exception {
    Path server = Files.createDirectory(folder.resolve("server"));
    try (EmbeddedDatabase database = EmbeddedDatabase.attach(server)) {
      Desk own = new Desk(folder.resolve("rewritten"));
      init(own, "--database", url(database));
      String ownKey = own.home().resolve("keys/master.key").toString();
      Path kept = folder.resolve("backup before");
      own.json(0, "backup", "--to", kept.toString());
      String head = own.json(0, "ledger", "checkpoint").get("checkpoint").asString();
      Path witnessed = Files.writeString(folder.resolve("witnessed"), head);
      try (Connection connection = DriverManager.getConnection(url(database));
          Statement rewriting = connection.createStatement()) {
        rewriting.execute(
            "update ledger_entry set body = convert_to(replace(convert_from(body, 'UTF8'),"
                + " 'actor operator', 'actor somebody'), 'UTF8') where index = 1");
      }
      Path to = folder.resolve("from rewritten");
      restoreWith(ownKey, kept, to, "--database", url(database))
          .ends(3)
          .because("differ from entry 1 on");

      Folders.remove(own.home().resolve("ledger"));
      own.type("backup", "--to", kept.toString())
          .ends(3)
          .because("is not continued by this home's");
      Path again = folder.resolve("backup after");
      own.json(0, "backup", "--to", again.toString());
      String[] command = {"--database", url(database), "--head", witnessed.toString()};
      restoreWith(ownKey, again, to, command).ends(3).because("its history was rewritten");
      assertThat(to).doesNotExist();
    }
  }

  private static String url(EmbeddedDatabase database) {
    return database.jdbcUrl() + "&user=" + database.user() + "&password=" + database.password();
  }
}
