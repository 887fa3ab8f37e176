package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.chain.SampleWorld;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Commands are cut off with {@code kill -9} at a random moment: the JVM, the PostgreSQL server of
 * the home, or both. Whatever is lost, no copy is at its name without its entries, and what was
 * acknowledged is there.
 */
final class CrashTest {
  private static final int PEOPLE = 600;
  private static final int SLICE = 250;

  @TempDir private Path folder = Path.of(".");
  private Desk desk = new Desk(Path.of("."));
  private long earliest;
  private long spread;

  /** Whom the axe hits. */
  private enum Hit {
    COMMAND,
    DATABASE,
    BOTH
  }

  @BeforeEach
  void makeAHome() throws Exception {
    SampleWorld.write(folder, 11, PEOPLE);
    desk = new Desk(folder.resolve("home"));
    desk.json(0, "init", "--chain", folder.resolve("chain.yaml").toString());
    desk.json(0, "deposit", folder.resolve("portfolio.csv").toString());
    long begun = System.nanoTime();
    Child undisturbed = disclose("undisturbed");
    undisturbed.end().ends(0);
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    earliest = whole / 4;
    spread = whole - earliest;
  }

  @Test
  void sixCrashesLeaveNoCopyWithoutItsEntries() throws Exception {
    crash(6, 2026);
  }

  @Test
  @Tag("long")
  void aHundredCrashesLeaveNoCopyWithoutItsEntries() throws Exception {
    crash(100, System.nanoTime());
  }

  private void crash(int rounds, long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < rounds; round++) {
      Hit hit = Hit.values()[round % Hit.values().length];
      boolean deposits = round % 2 == 1;
      String at = "seed " + seed + ", round " + round + ", " + hit;
      Path portfolio = deposits ? portfolio(round) : folder.resolve("portfolio.csv");
      Set<String> before = new HashSet<>(State.of(desk.home()).disclosures().keySet());
      Child child =
          deposits
              ? Child.start(folder, Map.of(), command("deposit", portfolio.toString()))
              : disclose("round-" + round);
      boolean ended =
          child.process().waitFor(earliest + random.nextLong(spread), TimeUnit.MILLISECONDS);
      if (!ended) {
        strike(hit, child);
      }
      Desk.Said said = child.end();
      Desk.Said next = desk.type("ledger", "fsck");
      assertThat(next.exit()).as("%s: %s%s", at, next.out(), next.err()).isZero();
      judge(at, hit, before, next.err());
      if (deposits) {
        deposited(at, said, portfolio);
      } else if (said.exit() == 0) {
        assertThat(said.json().get("disclosures").size())
            .as(at)
            .isEqualTo(copies(folder.resolve("round-" + round)).size());
      }
    }
  }

  private List<String> command(String... command) {
    List<String> args = new java.util.ArrayList<>(List.of(command));
    args.addAll(List.of("--home", desk.home().toString(), "--json", "--lang", "en"));
    return args;
  }

  private Child disclose(String out) throws Exception {
    String plan = Files.readString(folder.resolve("plan.yaml")).replace("out/", out + "/");
    Path file = Files.writeString(folder.resolve(out + ".yaml"), plan);
    return Child.start(folder, Map.of(), command("disclose", "--plan", file.toString()));
  }

  private Path portfolio(int round) throws Exception {
    Path file = folder.resolve("portfolio-" + round + ".csv");
    PortfolioGenerator people = new PortfolioGenerator(1000 + round, SLICE, Untidiness.none());
    PortfolioFile.write(file, PortfolioFile.GB18030, PortfolioGenerator.COLUMNS, people.rows());
    return file;
  }

  private void strike(Hit hit, Child child) throws Exception {
    if (hit != Hit.COMMAND) {
      server().ifPresent(ProcessHandle::destroyForcibly);
    }
    if (hit != Hit.DATABASE) {
      child.kill();
    }
  }

  /** The server of this very home: the process that its own pid file names, in its own folder. */
  private java.util.Optional<ProcessHandle> server() throws Exception {
    Path data = desk.home().toRealPath().resolve("database/data");
    Path pid = data.resolve("postmaster.pid");
    if (!Files.exists(pid)) {
      return java.util.Optional.empty();
    }
    List<String> lines = Files.readAllLines(pid);
    if (lines.size() < 2 || !Path.of(lines.get(1).strip()).equals(data)) {
      return java.util.Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
  }

  /** What the ledger says of every disclosure. */
  private record State(
      Map<String, String> disclosures, Map<String, String> files, Set<String> not) {
    static State of(Path home) throws Exception {
      try (Home open = Home.open(home, System.getenv())) {
        Map<String, String> disclosures = new TreeMap<>();
        Map<String, String> files = new HashMap<>();
        Set<String> not = new HashSet<>();
        for (Entry entry : Ledgers.of(open).entries()) {
          String id = entry.value("disclosure").orElse("");
          switch (entry.kind()) {
            case "disclosure" -> disclosures.put(id, entry.value("to").orElse(""));
            case "release" -> files.put(id, entry.value("file-sha256").orElse(""));
            case "non-delivery" -> not.add(id);
            default -> {
              // says nothing of a copy
            }
          }
        }
        return new State(disclosures, files, not);
      }
    }
  }

  private static List<Path> copies(Path folder) {
    return Folders.files(folder).stream().filter(file -> file.toString().endsWith(".csv")).toList();
  }

  private void judge(String at, Hit hit, Set<String> before, String notes) throws Exception {
    State state = State.of(desk.home());
    assertThat(Folders.files(folder)).as(at).noneMatch(file -> file.toString().endsWith(".part"));
    Map<String, Path> standing = new HashMap<>();
    for (Path out : outFolders()) {
      for (Path copy : copies(out)) {
        standing.put(Ledgers.sha256(copy), copy);
      }
    }
    assertThat(state.files().values())
        .as("%s: every copy is recorded", at)
        .containsAll(standing.keySet());
    for (String id : state.disclosures().keySet()) {
      boolean there = standing.containsKey(state.files().getOrDefault(id, "none"));
      assertThat(there)
          .as("%s: %s is there or was not delivered", at, id)
          .isNotEqualTo(state.not().contains(id));
      if (hit != Hit.DATABASE && !before.contains(id) && state.not().contains(id)) {
        assertThat(notes).as(at).contains(id, "was not delivered");
      }
    }
    assertThat(state.disclosures().keySet()).as(at).containsAll(state.files().keySet());
  }

  private List<Path> outFolders() throws Exception {
    try (var folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .filter(one -> one.getFileName().toString().matches("round-.*|undisturbed"))
          .toList();
    }
  }

  private void deposited(String at, Desk.Said said, Path portfolio) {
    JsonNode again = desk.json(0, "deposit", portfolio.toString());
    if (said.exit() == 0) {
      assertThat(said.json().get("entry").asLong()).as(at).isPositive();
      assertThat(again.get("accepted").asInt()).as(at).isZero();
      assertThat(again.get("updated").asInt()).as(at).isZero();
    }
    assertThat(again.get("accepted").asInt() + again.get("unchanged").asInt())
        .as("%s: everybody is there once", at)
        .isGreaterThanOrEqualTo(SLICE);
  }
}
