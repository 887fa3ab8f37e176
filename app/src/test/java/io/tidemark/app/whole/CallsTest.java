package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.LeakedTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Reports of calls lead to the list that the callers have. */
final class CallsTest {
  private static final String CALLER = "17012345678";

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  /** Calls to so many of an agent's people, some days before their cover ends. */
  private static List<String> calls(
      LeakedTable copy, int many, int daysBefore, LocalDate earliest) {
    int phone = copy.headings().indexOf("手机号");
    int expiry = copy.headings().indexOf("终保日期");
    List<String> lines = new ArrayList<>();
    for (List<String> row : copy.rows()) {
      LocalDate day = day(row.get(expiry)).minusDays(daysBefore);
      if (lines.size() < many && day.isAfter(earliest)) {
        lines.add(
            day + " 10:2" + lines.size() % 10 + "," + row.get(phone) + "," + CALLER + ",车牌、到期");
      }
    }
    assertThat(lines).hasSize(many);
    return lines;
  }

  /** 2027-03-27, 2027/3/27 and 2027年3月27日 are one. */
  private static LocalDate day(String written) {
    String[] numbers = written.split("\\D+");
    return LocalDate.of(
        Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
  }

  private Path file(String name, List<String> lines) throws Exception {
    List<String> all = new ArrayList<>(List.of("来电时间,被叫号码,主叫号码,对方知道的信息"));
    all.addAll(lines);
    return Files.write(folder.resolve(name), all);
  }

  @Test
  void reportsFindTheCallerAndTheAgentWhoseListItHas() throws Exception {
    LocalDate today = LocalDate.now();
    List<String> lines = calls(company.copy(Company.AGENT), 14, 20, today.plusDays(1));
    lines.add("昨天,13800138000,1,");
    Path suspects = folder.resolve("suspects.json");
    JsonNode answer =
        desk.json(
            6,
            "calls",
            file("reports.csv", lines).toString(),
            "--suspects-out",
            suspects.toString());
    assertThat(Files.readString(suspects))
        .contains("tidemark-suspected-callers/1", CALLER)
        .doesNotContain(lines.get(0).split(",")[1]);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(suspects)))
        .isEqualTo("rw-------");
    assertThat(answer.get("calls").asInt()).isEqualTo(14);
    assertThat(answer.get("rejected").asInt()).isEqualTo(1);
    JsonNode campaign = answer.get("campaigns").get(0);
    assertThat(campaign.get("callers").get(0).asString()).isEqualTo(CALLER);
    assertThat(campaign.get("within").asInt())
        .isEqualTo(campaign.get("customers").asInt())
        .isGreaterThan(11);
    assertThat(campaign.get("p_value").asDouble()).isLessThan(1e-9);
    for (JsonNode source : List.of(campaign.get("source"), answer.get("together"))) {
      assertThat(source.get("verdict").asString()).isEqualTo("probable");
      assertThat(source.get("accused").get(0).asString()).isEqualTo(Company.AGENT);
      assertThat(source.get("candidates").get(0).get("disclosure").asString())
          .isEqualTo(company.releasedTo(Company.AGENT).get("disclosure").asString());
    }
    Path entry = folder.resolve("call.entry");
    desk.json(
        0,
        "ledger",
        "prove",
        answer.get("entry").asString(),
        "--out",
        folder.resolve("call.proof").toString(),
        "--entry-out",
        entry.toString());
    assertThat(Files.readString(entry))
        .contains("call-attribution", Company.AGENT, "\nresult ")
        .doesNotContain(CALLER);
  }

  /** Whoever has the bundle, the key and the reports checks all of it without the home. */
  @Test
  void aCaseOfCallsIsEvidenceThatAnybodyChecks() throws Exception {
    List<String> lines = calls(company.copy(Company.AGENT), 14, 21, LocalDate.now().plusDays(1));
    Path reports = file("case.csv", lines);
    String id = desk.json(0, "calls", reports.toString()).get("case").asString();
    Path bundle = folder.resolve("bundle.zip");
    desk.json(0, "evidence", id, "--out", bundle.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bundle)))
        .isEqualTo("rw-------");
    String inside = Files.readString(bundle, StandardCharsets.ISO_8859_1);
    assertThat(inside).contains(CALLER, "calls.json", "copies/");
    for (String line : lines) {
      assertThat(inside).doesNotContain(line.split(",")[1]);
    }
    Desk.Said said =
        Desk.say(
            List.of(
                "verify",
                bundle.toString(),
                "--key",
                company.key,
                "--material",
                reports.toString(),
                "--json"));
    JsonNode valid = said.ends(0).json();
    assertThat(valid.get("valid").asBoolean()).isTrue();
    JsonNode together = valid.get("verified").get("together");
    assertThat(together.get("verdict").asString()).isEqualTo("probable");
    assertThat(together.get("accused").get(0).asString()).isEqualTo(Company.AGENT);
    for (JsonNode check : valid.get("checks")) {
      assertThat(check.get("ok").asBoolean() || check.get("name").asString().equals("anchored"))
          .as(check.toString())
          .isTrue();
    }
    Desk.say(List.of("verify", bundle.toString(), "--key", company.key))
        .ends(0)
        .because("The bundle is valid.", CALLER, Company.AGENT, "! material");
    Path other = file("other-case.csv", lines.subList(1, 14));
    Desk.say(List.of("verify", bundle.toString(), "--material", other.toString()))
        .ends(1)
        .because("✗ material");
  }

  @Test
  void callsOfBeforeAnythingWasGivenAccuseNobody() throws Exception {
    List<String> lines = calls(company.copy(Company.AGENT), 14, 400, LocalDate.now().minusYears(3));
    JsonNode answer = desk.json(1, "calls", file("before.csv", lines).toString());
    assertThat(answer.get("together").get("verdict").asString()).isEqualTo("inconclusive");
    assertThat(answer.get("together").get("accused")).isEmpty();
  }

  @Test
  void ownNumbersAreNotAskedAbout() throws Exception {
    LocalDate today = LocalDate.now();
    Path calls = file("own.csv", calls(company.copy(Company.AGENT), 14, 20, today.plusDays(1)));
    Path own = Files.writeString(folder.resolve("own.txt"), "+86 170 1234 5678\n");
    JsonNode answer = desk.json(1, "calls", calls.toString(), "--own", own.toString());
    assertThat(answer.get("about_customers").asInt()).isZero();
    assertThat(answer.get("campaigns")).isEmpty();
  }

  @Test
  void strangersAtAnyTimeAreNoCampaign() throws Exception {
    Random random = new Random(3);
    LeakedTable copy = company.copy("dp-renewal");
    int phone = copy.headings().indexOf("手机号");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String called = copy.rows().get(random.nextInt(copy.rows().size())).get(phone);
      LocalDate day = LocalDate.now().plusDays(1 + random.nextInt(300));
      lines.add(
          day + "," + called + ",1" + (3_000_000_000L + random.nextInt(1_000_000_000)) + ",无");
    }
    JsonNode answer = desk.json(1, "calls", file("strangers.csv", lines).toString());
    assertThat(answer.get("campaigns")).isEmpty();
    assertThat(answer.get("together").get("accused")).isEmpty();
  }

  @Test
  void aFileWithoutTimesSaysWhatIsMissing() throws Exception {
    Path file = Files.writeString(folder.resolve("other.csv"), "姓名,手机号\n张三,13800138000\n");
    JsonNode answer = desk.json(3, "calls", file.toString());
    assertThat(answer.get("error").asString()).contains("time of the call");
  }
}
