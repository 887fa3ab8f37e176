package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.store.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A home that is backed up while it is used: two backups and one that was cut off in between; two
 * disclosures, and a moment between them.
 */
final class Rehearsal {
  private static final int PEOPLE = 60;
  private static @Nullable Rehearsal only;

  final Path folder;
  final Desk desk;
  final String key;
  final String masterKey;
  final Path backup;
  final Instant between;
  final String evidence;
  final String first;
  final String second;

  private Rehearsal() throws Exception {
    folder =
        Files.createTempDirectory(
            Path.of(System.getProperty("java.io.tmpdir")),
            "rehearsal-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.remove(folder)));
    desk = new Desk(folder.resolve("home"));
    key = init(desk).get("public_key").asString();
    masterKey = desk.home().resolve("keys/master.key").toString();
    backup = folder.resolve("kept elsewhere");
    evidence = folder.resolve("evidence.zip").toString();
    try (Home inUse = Home.open(desk.home(), System.getenv())) {
      deposit();
      first = release("ag-1");
      JsonNode made = desk.json(0, "backup", "--to", backup.toString());
      assertThat(made.get("archiving").asBoolean()).isTrue();
      cosign(desk);
      desk.json(0, "evidence", traced(desk, "ag-1").get("case").asString(), "--out", evidence);
      between = Instant.now();

      second = release("ag-2");
      desk.json(0, "revoke", grant(inUse, "ag-3"), "--why", "over");
      cutOffABackup();
      desk.json(0, "backup");
      traced(desk, "ag-1");
      cosign(desk);
    }
  }

  /** The home and its backup, made when they are first needed. */
  static synchronized Rehearsal get() {
    try {
      Rehearsal rehearsal = only == null ? new Rehearsal() : only;
      only = rehearsal;
      return rehearsal;
    } catch (Exception e) {
      throw new AssertionError("the home could not be backed up", e);
    }
  }

  JsonNode init(Desk at, String... more) throws Exception {
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

  private void deposit() throws Exception {
    Path file = folder.resolve("portfolio.csv");
    List<List<String>> rows = new PortfolioGenerator(5, PEOPLE, Untidiness.none()).rows().toList();
    FileShape.UTF8.write(file, new LeakedTable(PortfolioGenerator.COLUMNS, rows));
    desk.json(0, "deposit", file.toString());
  }

  private String release(String to) {
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

  JsonNode traced(Desk at, String party) throws Exception {
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

  /** The newest head that the witness saw: of after the last backup. */
  String witnessed() throws Exception {
    try (Stream<Path> anchors = Files.list(desk.home().resolve("anchors"))) {
      return anchors
          .max(Comparator.comparing(at -> Integer.parseInt(at.getFileName().toString())))
          .orElseThrow()
          .resolve("checkpoint")
          .toString();
    }
  }

  void cosign(Desk at) {
    Path witness = folder.resolve("audit.key");
    List<String> command =
        new ArrayList<>(List.of("ledger", "cosign", "--witness", witness.toString()));
    if (Files.notExists(witness)) {
      command.addAll(List.of("--create", "audit.example"));
    }
    at.json(0, command.toArray(String[]::new));
  }

  /** Kill -9 as soon as the copy of the cluster has begun. */
  private void cutOffABackup() throws Exception {
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

  private List<Path> bases() throws Exception {
    try (Stream<Path> all = Files.list(backup.resolve("base"))) {
      return all.filter(base -> Files.exists(base.resolve("base.properties"))).sorted().toList();
    }
  }

  Desk.Said restore(Path from, Path to, String... more) {
    return restoreWith(masterKey, from, to, more);
  }

  Desk.Said restoreWith(String key, Path from, Path to, String... more) {
    List<String> command =
        new ArrayList<>(List.of("restore", "--from", from.toString(), "--master-key", key));
    command.addAll(List.of(more));
    return new Desk(to).type(command.toArray(String[]::new));
  }
}
