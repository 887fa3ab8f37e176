package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Policy;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.custody.Register;
import io.tidemark.custody.owner.RetentionRuns;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.OwnRights;
import io.tidemark.store.home.RetentionJob;
import io.tidemark.terms.China;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is past its time is erased, whatever interrupts it; nobody else is. */
final class RetentionTest {
  private static final int PEOPLE = 6_000;
  private static final int POLICY_NUMBER = PortfolioGenerator.COLUMNS.indexOf("保单号");
  private static final int EXPIRY = PortfolioGenerator.COLUMNS.indexOf("终保日期");
  private static final int INCEPTION = PortfolioGenerator.COLUMNS.indexOf("起保日期");

  @TempDir private Path folder = Path.of(".");

  private JsonNode deposit(Desk desk, List<List<String>> rows) throws Exception {
    Path file = folder.resolve("portfolio.csv");
    PortfolioFile.write(file, StandardCharsets.UTF_8, PortfolioGenerator.COLUMNS, rows.stream());
    return desk.json(0, "deposit", file.toString());
  }

  private static List<String> ending(List<String> row, LocalDate day) {
    List<String> other = new ArrayList<>(row);
    other.set(INCEPTION, day.minusYears(1).plusDays(1).toString());
    other.set(EXPIRY, day.toString());
    return other;
  }

  private static List<List<String>> people(int count) {
    return new PortfolioGenerator(5, count, Untidiness.none()).rows().limit(count).toList();
  }

  private static void apply(Desk desk, Path folder, String from, String to) throws Exception {
    String policy = PolicyFile.builtInFile().text();
    assertThat(policy).contains(from);
    Path file = Files.writeString(folder.resolve("policy.yaml"), policy.replace(from, to));
    desk.json(0, "policy", "apply", file.toString());
  }

  private static long records(Home home) {
    return home.shelf().all().getLongCardinality();
  }

  /** Killed three times, at whatever moment; each time the next run goes on. */
  @Test
  void whatIsPastIsErasedThoughItIsKilledOnTheWay() throws Exception {
    Desk desk = Homes.small(folder);
    LocalDate longAgo = LocalDate.now().minusDays(1827);
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : people(PEOPLE)) {
      rows.add(ending(row, rows.size() % 2 == 0 ? longAgo : LocalDate.now().minusDays(1000)));
    }
    deposit(desk, rows);
    try (Home held = Home.open(desk.home(), System.getenv())) {
      long all = records(held);
      JsonNode plan = desk.json(0, "retention", "plan");
      long due = plan.get("people").asLong();
      assertThat(plan.get("past").get("underwriting").asLong()).isEqualTo(PEOPLE / 2);
      assertThat(plan.get("past").get("marketing").asLong()).isEqualTo(PEOPLE);
      assertThat(due).isPositive();
      assertThat(records(held)).as("a plan erases nobody").isEqualTo(all);

      for (int kill = 1; kill <= 3; kill++) {
        long before = held.journal().size();
        Child child =
            Child.start(
                folder, Map.of(), List.of("retention", "run", "--home", desk.home().toString()));
        while (child.process().isAlive() && held.journal().size() < before + 2) {
          Thread.onSpinWait();
        }
        child.kill();
        child.end();
        assertThat(held.retentionRuns().last().orElseThrow().ended())
            .as(Files.readString(child.err()))
            .isFalse();
      }
      assertThat(records(held)).isLessThan(all);
      JsonNode status = desk.json(0, "retention", "status");
      assertThat(status.get("run").asInt()).isEqualTo(1);

      JsonNode done = desk.json(0, "retention", "run");
      assertThat(done.get("run").asInt()).as("gone on with").isEqualTo(1);
      assertThat(done.get("ended").asBoolean()).isTrue();
      assertThat(done.get("shredded").asBoolean()).isTrue();
      assertThat(done.get("people").asLong()).as("nobody counted twice").isEqualTo(due);
      assertThat(records(held)).isEqualTo(all - plan.get("due").asLong());
      assertThat(desk.json(0, "retention", "plan").get("people").asLong()).isZero();
      assertThat(deposit(desk, rows).get("erased_before").asLong())
          .as("an old file does not bring them back")
          .isGreaterThanOrEqualTo(plan.get("due").asLong());
      RetentionRuns.Run last = held.retentionRuns().last().orElseThrow();
      assertThat(last.seen()).isLessThanOrEqualTo(last.total());
    }
    desk.type("ledger", "fsck").ends(0);
  }

  @Test
  void aPersonIsKeptForTheLastPolicyAClaimAndWhatHasNoEnd() throws Exception {
    Desk desk = Homes.small(folder);
    LocalDate past = LocalDate.now().minusYears(6);
    List<List<String>> rows = new ArrayList<>();
    people(5).forEach(row -> rows.add(ending(row, past)));
    List<String> second = new ArrayList<>(ending(rows.get(0), LocalDate.now().plusDays(1)));
    second.set(POLICY_NUMBER, "PDAA2026000000000077");
    rows.add(second);
    rows.get(1).set(EXPIRY, "");
    rows.get(2).set(EXPIRY, "2020-13-45");
    deposit(desk, rows);
    desk.json(
        0,
        "assign",
        "claims",
        Counter.file(
            folder,
            "claims.csv",
            "赔案号,保单号,经办人\nCL-1," + rows.get(3).get(POLICY_NUMBER) + ",chen.wei\n"));
    JsonNode plan = desk.json(0, "retention", "plan");
    assertThat(plan.get("people").asInt()).isEqualTo(1);
    assertThat(plan.get("undated").asInt()).isEqualTo(2);
    assertThat(plan.get("claimed").asInt()).isEqualTo(1);
    assertThat(desk.json(0, "retention", "run").get("people").asInt()).isEqualTo(1);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      assertThat(records(home)).isEqualTo(5);
    }
  }

  @Test
  void aServerRunsItOnceADayFromTheHourOfThePolicyOn() throws Exception {
    Desk desk = Homes.small(folder);
    deposit(desk, people(3).stream().map(row -> ending(row, LocalDate.of(2001, 1, 1))).toList());
    apply(desk, folder, "  provision_years: 3\n", "  provision_years: 3\n  at: \"03:00\"\n");
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Policy policy =
          PolicyFile.read(SettingsFile.of("policy.yaml", home.policies().current().orElseThrow()));
      Register register = new Register(home.journal(), policy, Clock.systemUTC());
      Chain chain = home.chain().chain();
      OwnRights rights =
          new OwnRights(
              home,
              home.vault(),
              register,
              new Authority(policy, chain, home.disclosures()),
              chain);
      RetentionJob job = new RetentionJob(home, rights.retaining());
      LocalDate today = China.day(Instant.now());
      Instant midnight = today.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
      assertThat(job.due(midnight.plus(Duration.ofMinutes(179)))).isFalse();
      assertThat(job.due(midnight.plus(Duration.ofMinutes(181)))).isTrue();
      job.run(Actor.operator(), run -> {});
      assertThat(records(home)).isZero();
      assertThat(job.due(midnight.plus(Duration.ofMinutes(181)))).as("today's is over").isFalse();
      assertThat(job.due(midnight.plus(Duration.ofMinutes(24 * 60 + 181)))).isTrue();
    }
  }

  @Test
  void whereThePolicyIsSilentNothingIsPastAndNobodyElseRunsIt() throws Exception {
    Desk desk = Homes.small(folder);
    deposit(desk, people(3).stream().map(row -> ending(row, LocalDate.of(2001, 1, 1))).toList());
    String key = folder.resolve("chen.wei.key").toString();
    desk.json(0, "people", "enrol", "chen.wei", "--key-out", key);
    desk.type("retention", "run", "--as", "chen.wei", "--credential", key)
        .ends(4)
        .because("erasing what is past its time");
    String policy = PolicyFile.builtInFile().text();
    String section = policy.substring(policy.indexOf("retention:\n"), policy.indexOf("# ── 查询"));
    apply(desk, folder, section, "");
    desk.type("retention", "run").ends(4).because("says nothing of retention");
    try (Home home = Home.open(desk.home(), System.getenv())) {
      assertThat(records(home)).isEqualTo(3);
    }
  }

  @Test
  void thePolicySaysHowLongTheArchiveKeepsNeverLessThanThreeYears() throws Exception {
    Desk desk = Homes.small(folder);
    String policy = PolicyFile.builtInFile().text();
    Path file =
        Files.writeString(
            folder.resolve("less.yaml"),
            policy.replace("provision_years: 3", "provision_years: 2"));
    desk.type("policy", "apply", file.toString()).ends(3).because("at least 3");
    Path forgotten =
        Files.writeString(
            folder.resolve("forgotten.yaml"), policy.replace("    claims: 1826\n", ""));
    desk.type("policy", "apply", forgotten.toString()).ends(3).because("claims");
    apply(desk, folder, "provision_years: 3", "provision_years: 4");
    deposit(desk, people(2).stream().map(row -> ending(row, LocalDate.now())).toList());
    Homes.copy(desk, folder.resolve("copy.csv"));
    String key = folder.resolve("liu.min.key").toString();
    desk.json(0, "people", "enrol", "liu.min", "--key-out", key);
    String subjects = folder.resolve("portfolio.csv").toString();
    desk.json(
        0, "erase", "--subjects", subjects, "--why", "x", "--as", "liu.min", "--credential", key);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      EmbeddedDatabase database = home.embedded().orElseThrow();
      try (Connection connection =
              DriverManager.getConnection(
                  database.jdbcUrl(), database.user(), database.password());
          ResultSet row =
              connection
                  .createStatement()
                  .executeQuery(
                      "select count(*), min(until) > now() + interval '47 months',"
                          + " max(until) < now() + interval '49 months' from archive")) {
        row.next();
        assertThat(row.getInt(1)).isPositive();
        assertThat(row.getBoolean(2) && row.getBoolean(3)).as("four years").isTrue();
      }
    }
  }
}
