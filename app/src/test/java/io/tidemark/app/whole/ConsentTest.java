package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.store.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands {@code consent}, and what releases make of them under the built-in policy. */
final class ConsentTest {
  private static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
        - {id: pf-01, kind: platform, name: 车友互联平台}
        - {id: pf-02, kind: platform, name: 行车平台}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
        - {id: chen.wei, party: hq, duties: [approver]}
      grants:
        - {to: pf-01, purpose: marketing, columns: [姓名, 车牌号], people_at_most: 50, until: 2030-12-31, approved_by: [liu.min]}
        - {to: pf-02, purpose: marketing, columns: [姓名, 车牌号], people_at_most: 50, until: 2030-12-31, approved_by: [liu.min]}
      """;

  private static final String SAID = ",phone,2026-11,";

  @TempDir private Path folder = Path.of(".");
  private Desk desk;
  private Home held;
  private String all;

  @BeforeEach
  void found() throws Exception {
    desk = new Desk(folder.resolve("home"));
    desk.json(0, "init", "--chain", file("chain.yaml", CHAIN));
    held = Home.open(desk.home(), System.getenv());
    StringBuilder people = new StringBuilder("姓名,手机号,车牌号,保单号,终保日期\n");
    StringBuilder subjects = new StringBuilder("保单号\n");
    for (int number = 1; number <= 8; number++) {
      people.append(row(number, number));
      subjects.append(policy(number)).append('\n');
    }
    desk.json(0, "deposit", file("people.csv", people.toString()));
    all = file("all.csv", subjects.toString());
  }

  @AfterEach
  void leave() {
    held.close();
  }

  private static String policy(int number) {
    return "PDAA2026%012d".formatted(number);
  }

  private static String row(int policy, int person) {
    return "欧阳试%s,1380013800%d,川A1234%d,%s,2027-03-01\n"
        .formatted("甲乙丙丁戊己庚辛".charAt(person - 1), person, policy, policy(policy));
  }

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Desk.Said typed(String number, String... command) throws Exception {
    return desk.given(number, command);
  }

  private Desk.Said say(String word, int number, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of("consent", word, "--policy", "-", "--channel", "phone", "--notice", "2026-11"));
    words.addAll(List.of(more));
    return typed(policy(number), words.toArray(String[]::new));
  }

  private JsonNode disclose(int exit, String to, String out) throws Exception {
    return desk.json(
        exit,
        "disclose",
        "--to",
        to,
        "--purpose",
        "marketing",
        "--columns",
        "姓名,车牌号",
        "--subjects",
        all,
        "--out",
        folder.resolve(out).toString());
  }

  private void consented(int... numbers) throws Exception {
    StringBuilder lines = new StringBuilder("保单号,意愿,目的,接收方,时间,渠道,告知书,文本\n");
    for (int number : numbers) {
      lines.append(policy(number)).append(",give,marketing,pf-01,2026-01-02").append(SAID);
      lines.append("同意营销\n");
    }
    desk.json(0, "consent", "import", file("given.csv", lines.toString()));
  }

  @Test
  void marketingGoesToNamedRecipientsOfThoseWhoConsentedAndToNobodyElse() throws Exception {
    assertThat(disclose(4, "pf-01", "none.csv").get("rule").asString()).isEqualTo("no-consent");
    assertThat(folder.resolve("none.csv")).doesNotExist();
    consented(1, 2, 3);
    JsonNode released = disclose(0, "pf-01", "three.csv");
    assertThat(released.get("rows").asInt()).isEqualTo(3);
    assertThat(released.get("left_out").asInt()).isEqualTo(5);
    assertThat(Files.readString(folder.resolve("three.csv")))
        .contains("欧阳试甲", "欧阳试乙", "欧阳试丙")
        .doesNotContain("欧阳试丁");
    disclose(4, "pf-02", "other.csv");

    say("withdraw", 2, "--purpose", "marketing").ends(0);
    say("refuse", 3).ends(0);
    assertThat(disclose(0, "pf-01", "one.csv").get("rows").asInt()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("one.csv"))).doesNotContain("欧阳试乙", "欧阳试丙");
    assertThat(desk.json(0, "ledger", "fsck").get("ok").asBoolean()).isTrue();
  }

  @Test
  void aRequestThatWasApprovedBeforeLeavesTheWithdrawnOut() throws Exception {
    String key = folder.resolve("chen.key").toString();
    desk.json(0, "people", "enrol", "chen.wei", "--key-out", key);
    consented(1, 2);
    String request =
        desk.json(
                0,
                "request",
                "--to",
                "pf-01",
                "--purpose",
                "marketing",
                "--columns",
                "姓名,车牌号",
                "--subjects",
                all)
            .get("request")
            .asString();
    desk.json(0, "approve", request, "--as", "chen.wei", "--credential", key);
    say("withdraw", 1, "--purpose", "marketing").ends(0);
    JsonNode released =
        desk.json(0, "disclose", request, "--out", folder.resolve("approved.csv").toString());
    assertThat(released.get("rows").asInt()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("approved.csv")))
        .contains("欧阳试乙")
        .doesNotContain("欧阳试甲");
  }

  @Test
  void aLaterPolicyOfWhoeverRefusedIsLeftOutToo() throws Exception {
    consented(1, 2);
    say("refuse", 1).ends(0);
    desk.json(0, "deposit", file("more.csv", "姓名,手机号,车牌号,保单号,终保日期\n" + row(9, 1)));
    all = file("more-subjects.csv", "保单号\n" + policy(9) + "\n" + policy(2) + "\n");
    assertThat(disclose(0, "pf-01", "later.csv").get("rows").asInt()).isEqualTo(1);
  }

  @Test
  void aFileIsTakenInPartAndAnOldConsentLiftsNoLaterRefusal() throws Exception {
    say("refuse", 1).ends(0);
    String mixed =
        "保单号,意愿,目的,接收方,时间,渠道,告知书,文本\n"
            + (policy(1) + ",give,marketing,pf-01,2026-01-02" + SAID + "\n")
            + (policy(2) + ",同意,marketing,pf-01,2026-01-02" + SAID + "\n")
            + ("PDAA2026000000009999,give,marketing,pf-01,2026-01-02" + SAID + "\n")
            + (policy(3) + ",give,claims,,2026-01-02" + SAID + "\n")
            + (policy(3) + ",maybe,marketing,pf-01,2026-01-02" + SAID + "\n")
            + (policy(3) + ",give,marketing,pf-09,2026-01-02" + SAID + "\n")
            + (policy(3) + ",give,marketing,pf-01,soon" + SAID + "\n");
    JsonNode said = desk.json(6, "consent", "import", file("mixed.csv", mixed));
    assertThat(said.get("recorded").asInt()).isEqualTo(2);
    assertThat(said.get("rejected").asInt()).isEqualTo(5);
    String rejects = Files.readString(Path.of(said.get("rejects_file").asString()));
    assertThat(rejects).doesNotContain("9999", policy(3));
    assertThat(disclose(0, "pf-01", "part.csv").get("rows").asInt()).isEqualTo(1);
  }

  @Test
  void aRecordHasTheFieldsOfTheStandardAndNothingOfThePerson() throws Exception {
    say("give", 1, "--purpose", "marketing", "--recipient", "pf-01", "--text", "同意营销").ends(0);
    say("withdraw", 1, "--purpose", "marketing").ends(0);
    JsonNode shown = typed(policy(1), "consent", "show", "--policy", "-", "--json").ends(0).json();
    JsonNode record = shown.get("@graph").get(0);
    assertThat(record.get("@type").asString()).isEqualTo("dpv:ConsentRecord");
    assertThat(record.get("dpv:hasConsentStatus").get("@id").asString())
        .isEqualTo("dpv:ConsentWithdrawn");
    assertThat(record.get("dpv:hasRecipient").get("dct:identifier").asString()).isEqualTo("pf-01");
    assertThat(
            record.get("dct:hasPart").get(0).get("dpv:hasNotice").get("dct:hasVersion").asString())
        .isEqualTo("2026-11");
    assertThat(shown.toString()).doesNotContain(policy(1), "13800138001", "欧阳");
    typed("PDAA2026000000009999", "consent", "show", "--policy", "-").ends(1);
    say("refuse", 1, "--purpose", "claims").ends(4).because("rests on");
  }
}
