package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.chain.SampleWorld;
import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.portfolio.Policy;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Nothing in a home, its logs or what a command leaves in the temporary folder tells anything of
 * anybody. Copies, leaked files and bundles lie outside the home.
 */
final class SecrecyTest {
  private static final long PEOPLE = 600;
  private static final long SEED = 11;

  @TempDir private Path folder = Path.of(".");
  private final List<Desk.Said> said = new ArrayList<>();

  private static Set<String> secrets() {
    Set<String> secrets = new HashSet<>();
    new PortfolioGenerator(SEED, PEOPLE, Untidiness.asExported())
        .policies()
        .forEach(policy -> secrets.addAll(secretsOf(policy)));
    secrets.removeIf(secret -> secret.length() < 3);
    return secrets;
  }

  private static List<String> secretsOf(Policy policy) {
    return List.of(
        policy.owner().name(),
        policy.owner().mobile(),
        policy.owner().identityNumber(),
        policy.car().plate(),
        policy.car().vin(),
        policy.car().engineNumber(),
        policy.cover().policyNumber(),
        policy.home().street() + policy.home().number() + "号",
        policy.home().compound() + policy.home().building() + "栋");
  }

  private Desk.Said type(Desk desk, String... command) {
    Desk.Said answer = desk.type(command);
    said.add(answer);
    return answer;
  }

  @Test
  void nobodyStandsInAHomeItsLogsOrTheTemporaryFolder() throws Exception {
    FileTime begun = FileTime.fromMillis(System.currentTimeMillis() - 1000);
    SampleWorld.write(folder, SEED, PEOPLE);
    Needles needles = new Needles(secrets());
    assertThat(needles.in(folder.resolve("portfolio.csv")))
        .as("the search finds")
        .hasSizeGreaterThan(800);
    Path utf8 = folder.resolve("utf8.csv");
    PortfolioFile.write(
        utf8,
        StandardCharsets.UTF_8,
        PortfolioGenerator.COLUMNS,
        new PortfolioGenerator(SEED, PEOPLE, Untidiness.none()).rows());
    assertThat(needles.in(utf8)).hasSizeGreaterThan(1500);

    Desk desk = new Desk(folder.resolve("home"));
    type(desk, "init", "--chain", path("chain.yaml")).ends(0);
    assertThat(type(desk, "deposit", path("portfolio.csv")).exit()).isIn(0, 6);
    Files.writeString(folder.resolve("short.csv"), "姓名,手机号\n" + secrets().iterator().next() + "\n");
    type(desk, "deposit", path("short.csv"));
    JsonNode released = desk.json(0, "disclose", "--plan", path("plan.yaml"));
    type(
        desk,
        "request",
        "--to",
        "dp-claims",
        "--purpose",
        "renewal-service",
        "--columns",
        "姓名,地址",
        "--where",
        "终保日期 2020-01-01..2039-12-31");
    Path copy = Path.of(released.get("disclosures").get(1).get("file").asString());
    Path leak = folder.resolve("leak.csv");
    FileShape.GBK.write(leak, new Selection.Sample(40, 3).on(Company.read(copy)));
    JsonNode traced = desk.json(0, "trace", leak.toString());
    type(desk, "evidence", traced.get("case").asString(), "--out", path("bundle.zip")).ends(0);
    type(desk, "verify", path("bundle.zip")).ends(0);
    assertThat(desk.home().resolve("database/data/postmaster.pid"))
        .as("the server has stopped, so all that it had in memory is in its files")
        .doesNotExist();

    for (Path file : Folders.files(desk.home())) {
      assertThat(needles.in(file)).as("%s", file).isEmpty();
    }
    for (Desk.Said one : said) {
      Path log = Files.writeString(folder.resolve("log.txt"), one.out() + one.err());
      assertThat(needles.in(log)).as("what a command said").isEmpty();
    }
    for (Path file : leftSince(begun)) {
      assertThat(needles.in(file)).as("%s", file).isEmpty();
    }
    onlyItsOwnersCanReadAnything(desk.home());
    for (JsonNode one : released.get("disclosures")) {
      assertThat(othersMay(Path.of(one.get("file").asString()))).isEmpty();
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private List<Path> leftSince(FileTime begun) throws Exception {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<Path> left = new ArrayList<>();
    try (Stream<Path> files = Files.list(temporary)) {
      for (Path file : files.toList()) {
        boolean ours =
            folder.startsWith(file) || file.getFileName().toString().startsWith("company-");
        if (!ours
            && Files.isRegularFile(file)
            && Files.getLastModifiedTime(file).compareTo(begun) > 0) {
          left.add(file);
        }
      }
    }
    return left;
  }

  private static void onlyItsOwnersCanReadAnything(Path home) throws Exception {
    for (Path file : Folders.all(home)) {
      if (!Files.isSymbolicLink(file)) {
        assertThat(othersMay(file)).as("%s", file).isEmpty();
      }
    }
  }

  private static Set<PosixFilePermission> othersMay(Path file) throws Exception {
    Set<PosixFilePermission> may = new HashSet<>(Files.getPosixFilePermissions(file));
    may.removeIf(one -> one.name().startsWith("OWNER"));
    return may;
  }
}
