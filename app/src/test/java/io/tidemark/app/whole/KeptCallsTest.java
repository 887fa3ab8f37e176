package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.app.Session;
import io.tidemark.authorise.Actor;
import io.tidemark.calls.Ring;
import io.tidemark.classify.Labels;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.custody.calls.Reporting;
import io.tidemark.formats.calls.WrittenCall;
import io.tidemark.store.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Reports that are kept: inquired into without a file, gone with their person. */
final class KeptCallsTest {
  private static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
        - {id: pf-01, kind: platform, name: 车友互联平台}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
      """;

  private static final int PEOPLE = 20;

  @TempDir private Path folder = Path.of(".");
  private Desk desk;
  private Home held;

  @BeforeEach
  void found() throws Exception {
    desk = new Desk(folder.resolve("home"));
    desk.json(0, "init", "--chain", file("chain.yaml", CHAIN));
    held = Home.open(desk.home(), System.getenv());
    StringBuilder people = new StringBuilder("姓名,手机号,车牌号,保单号,终保日期\n");
    for (int number = 0; number < PEOPLE; number++) {
      people.append(
          "欧阳试%s%s,%s,川A123%02d,%s,%s\n"
              .formatted(
                  "甲乙丙丁戊己庚辛壬癸".charAt(number % 10),
                  number < 10 ? "" : "二",
                  mobile(number),
                  number,
                  policy(number),
                  LocalDate.now().plusDays(10 + number % 10)));
    }
    desk.json(0, "deposit", file("people.csv", people.toString()));
  }

  @AfterEach
  void leave() {
    held.close();
  }

  private static String mobile(int number) {
    return "138001380%02d".formatted(number);
  }

  private static String policy(int number) {
    return "PDAA2026%012d".formatted(number);
  }

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private void report(int from, int to) {
    List<Ring> rings = new ArrayList<>();
    for (int number = from; number < to; number++) {
      rings.add(
          WrittenCall.of(
                  LocalDate.now().minusDays(1) + " 10:00:00",
                  mobile(number),
                  "17012345678",
                  "车牌",
                  "车管所",
                  "")
              .read(Labels.asOf(LocalDate.now()))
              .orElseThrow());
    }
    Register register = new Register(held.journal(), Session.policyOf(held), Clock.systemUTC());
    assertThat(
            new Reporting(held.vault(), held.callReports(), register)
                .report(Actor.operator(), rings))
        .isInstanceOf(Recorded.Done.class);
  }

  @Test
  void withoutAFileTheKeptReportsAreInquiredInto() throws Exception {
    assertThat(desk.json(1, "calls").get("calls").asInt()).isZero();
    report(0, 12);
    report(12, PEOPLE);
    JsonNode answer = desk.json(1, "calls");
    assertThat(answer.get("calls").asInt()).isEqualTo(PEOPLE);
    JsonNode campaign = answer.get("campaigns").get(0);
    assertThat(campaign.get("callers").get(0).asString()).isEqualTo("17012345678");
    assertThat(campaign.get("claimed").get(0).get("id").asString()).isEqualTo("registry");
    assertThat(campaign.get("claimed").get(0).get("people").asInt()).isEqualTo(PEOPLE);
    String more = file("more.csv", "来电时间,被叫号码\n2026-11-03 10:22," + mobile(1) + "\n");
    assertThat(desk.json(1, "calls", more).get("calls").asInt()).isEqualTo(1);
    assertThat(desk.json(1, "calls", more, "--kept").get("calls").asInt()).isEqualTo(PEOPLE + 1);
    String id = answer.get("case").asString();
    assertThat(desk.json(1, "calls").get("case").asString()).isEqualTo(id);
    String bundle = folder.resolve("kept.zip").toString();
    desk.json(0, "evidence", id, "--out", bundle);
    Desk.say(List.of("verify", bundle, "--key", held.ledger().key().vkey()))
        .ends(0)
        .because("✓ reports", "those that were opened", "attempt 2");
    desk.json(0, "ledger", "fsck");
  }

  @Test
  void whoeverConsentedToBeCalledIsLeftOut() throws Exception {
    report(0, PEOPLE);
    StringBuilder lines = new StringBuilder("保单号,意愿,目的,接收方,时间,渠道,告知书,文本\n");
    for (int number = 0; number < 17; number++) {
      lines.append(policy(number)).append(",give,marketing,");
      lines.append(number % 2 == 0 ? "pf-01" : "").append(",2026-01-02,phone,2026-11,同意营销\n");
    }
    desk.json(0, "consent", "import", file("given.csv", lines.toString()));
    JsonNode answer = desk.json(1, "calls");
    assertThat(answer.get("by_consent").asInt()).isEqualTo(17);
    assertThat(answer.get("about_customers").asInt()).isEqualTo(3);
    assertThat(answer.get("campaigns")).isEmpty();
    String withdrawn =
        "保单号,意愿,目的,接收方,时间,渠道,告知书,文本\n"
            + policy(0)
            + ",withdraw,marketing,pf-01,2026-02-02,phone,2026-11,不要\n";
    desk.json(0, "consent", "import", file("taken.csv", withdrawn));
    assertThat(desk.json(1, "calls").get("by_consent").asInt()).isEqualTo(16);
    String later = // than the calls of yesterday
        "保单号,意愿,目的,接收方,时间,渠道,告知书,文本\n"
            + policy(2)
            + ",withdraw,marketing,pf-01,%s,phone,2026-11,不要\n".formatted(LocalDate.now())
            + policy(18)
            + ",give,marketing,pf-01,%s,phone,2026-11,同意营销\n".formatted(LocalDate.now())
            + policy(19)
            + ",give,marketing,,%s,phone,2026-11,同意营销\n".formatted(LocalDate.now());
    desk.json(0, "consent", "import", file("later.csv", later));
    assertThat(desk.json(1, "calls").get("by_consent").asInt()).isEqualTo(16);
  }

  /** How long reports are kept is the policy's that holds when they come. */
  @Test
  void reportsAreKeptAsThePolicySays() throws Exception {
    String policy = desk.type("policy", "show").ends(0).out();
    String longer = policy.replace("call_reports_days: 184", "call_reports_days: 200");
    assertThat(longer).isNotEqualTo(policy);
    report(0, 2);
    desk.json(0, "policy", "apply", file("policy.yaml", longer));
    held.close();
    held = Home.open(desk.home(), System.getenv());
    report(2, 7);
    Instant now = Instant.now();
    assertThat(held.callReports().sweep(now.plus(Duration.ofDays(183)))).isZero();
    assertThat(held.callReports().sweep(now.plus(Duration.ofDays(185)))).isEqualTo(2);
    assertThat(held.callReports().sweep(now.plus(Duration.ofDays(199)))).isZero();
    assertThat(held.callReports().sweep(now.plus(Duration.ofDays(201)))).isEqualTo(5);
    String shorter = policy.replace("call_reports_days: 184", "call_reports_days: 183");
    desk.type("policy", "apply", file("shorter.yaml", shorter)).ends(3).because("184");
  }

  @Test
  void reportsGoWithTheirPerson() throws Exception {
    report(0, PEOPLE);
    String key = folder.resolve("liu.key").toString();
    desk.json(0, "people", "enrol", "liu.min", "--key-out", key);
    desk.given(
            policy(3),
            "erase",
            "--policy",
            "-",
            "--why",
            "asked",
            "--as",
            "liu.min",
            "--credential",
            key)
        .ends(0);
    assertThat(desk.json(1, "calls").get("calls").asInt()).isEqualTo(PEOPLE - 1);
  }
}
