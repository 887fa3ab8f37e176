package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What columns hold, who may say otherwise, and that it is kept for the next time. */
final class GradingTest {
  private static final String HEADINGS = "姓名,联系,车牌号,厂牌型号,终保日期,备注2,银行卡,诊断结果,保单号\n";

  @TempDir private static Path folder = Path.of(".");
  private static Desk desk = new Desk(Path.of("."));
  private static @Nullable Home held;

  @BeforeAll
  static void makeOne() throws Exception {
    desk = Homes.small(folder);
    held = Home.open(desk.home(), System.getenv());
    for (String person : List.of("liu.min", "chen.wei")) {
      desk.json(0, "people", "enrol", person, "--key-out", key(person));
    }
  }

  @AfterAll
  static void leave() {
    if (held != null) {
      held.close();
    }
  }

  @AfterEach
  void forgetAll() {
    for (JsonNode one : desk.json(0, "grade", "--corrections").get("corrections")) {
      List<String> command =
          new ArrayList<>(List.of("grade", "--forget", one.get("heading").asString()));
      if (!one.get("from").isNull()) {
        command.addAll(List.of("--from", one.get("from").asString()));
      }
      desk.json(0, as("liu.min", command.toArray(String[]::new)));
    }
  }

  private static String key(String person) {
    return folder.resolve(person + ".key").toString();
  }

  private static String[] as(String person, String... command) {
    return Stream.concat(Stream.of(command), Stream.of("--as", person, "--credential", key(person)))
        .toArray(String[]::new);
  }

  private static Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String list(String headings, int first) {
    StringBuilder rows = new StringBuilder(headings);
    for (int n = first; n < first + 30; n++) {
      rows.append(
          "王小明,1380013%04d,川A%05d,大众朗逸2021款1.5L自动舒适版,2026-12-%02d,内部批次%d,%s,高血压,PDAA2026510000%06d\n"
              .formatted(n, n, 1 + n % 28, n, "6222020000110000000", n));
    }
    return rows.toString();
  }

  private static JsonNode column(JsonNode answer, String heading) {
    for (JsonNode column : answer.get("columns")) {
      if (column.get("heading").asString().equals(heading)) {
        return column;
      }
    }
    throw new AssertionError("no column " + heading);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asString()));
    return texts;
  }

  private static Entry entry(JsonNode answer) throws Exception {
    long index = answer.get("entry").asLong();
    return Entry.parse(Objects.requireNonNull(held).entries(index, 1).get(0));
  }

  @Test
  void everyColumnHasClassConfidenceAndGradeWithItsSourceAndNoValueIsShown() throws Exception {
    String list = file("list.csv", list(HEADINGS, 1)).toString();
    JsonNode answer = desk.json(0, "grade", list);
    JsonNode phone = column(answer, "联系");
    assertThat(phone.get("class").asString()).isEqualTo("手机号");
    assertThat(phone.get("how").asString()).isEqualTo("content");
    assertThat(phone.get("confidence").asDouble()).isGreaterThan(0.9);
    assertThat(phone.get("grade").asString()).isEqualTo("sensitive");
    assertThat(phone.get("together").asString()).isEqualTo("sensitive-high");
    assertThat(phone.get("label").asString()).isEqualTo("recalled");
    assertThat(phone.get("scales").get(0).toString())
        .isEqualTo("{\"scale\":\"JR/T 0171-2020\",\"level\":\"C2\",\"label\":\"recalled\"}");
    assertThat(column(answer, "银行卡").get("class").asString()).isEqualTo("银行卡号");
    assertThat(column(answer, "诊断结果").get("grade").asString()).isEqualTo("sensitive-high");
    assertThat(answer.get("grade").asString()).isEqualTo("sensitive-high");
    assertThat(texts(answer.get("combinations").get(0).get("fields")))
        .containsExactly("姓名", "手机号", "终保日期");
    for (String language : List.of("zh", "en")) {
      Desk.Said said = desk.typeIn(language, "grade", list).ends(0);
      assertThat(said.out())
          .doesNotContain("王小明", "1380013", "川A0", "高血压", "内部批次")
          .contains("JR/T 0171-2020 C2 (recalled)", "联系");
    }
    JsonNode whole = desk.json(0, "grade", list, "--whole");
    assertThat(whole.get("rows_read").asInt()).isEqualTo(30);
    assertThat(Desk.say(List.of("grade", list, "--home", folder.resolve("none").toString())).exit())
        .as("without a home the built-in policy counts")
        .isZero();
  }

  @Test
  void aCorrectionIsRecordedAndUsedByDepositAndGradeUntilItIsTakenBack() throws Exception {
    String first = file("first.csv", list(HEADINGS, 100)).toString();
    JsonNode before = desk.json(0, "deposit", first);
    assertThat(column(before, "联系").get("kept").isNull()).isTrue();
    assertThat(texts(before.get("unsure"))).containsExactly("联系", "备注2");
    assertThat(texts(before.get("corrections_used"))).isEmpty();

    JsonNode corrected =
        desk.json(0, as("liu.min", "grade", first, "--correct", "联系=手机号", "--correct", "备注2=none"));
    assertThat(column(corrected, "备注2").get("how").asString()).isEqualTo("correction");
    assertThat(column(corrected, "备注2").get("grade").asString()).isEqualTo("general");
    Entry entry = entry(corrected);
    assertThat(entry.kind()).isEqualTo("grading");
    assertThat(entry.value("actor")).contains("liu.min");
    assertThat(entry.values("correction")).containsExactly("联系", "备注2");
    assertThat(entry.values("class")).containsExactly("手机号", "无");

    String second = file("second.csv", list(HEADINGS.replace("联系", " 联 系（必填） "), 200)).toString();
    JsonNode after = desk.json(0, "deposit", second);
    assertThat(column(after, "联 系（必填）").get("kept").asString()).isEqualTo("手机号");
    assertThat(texts(after.get("corrections_used"))).containsExactly("联 系（必填）", "备注2");
    assertThat(texts(after.get("unsure"))).isEmpty();
    assertThat(desk.type("deposit", second).ends(0).out()).contains("by a person's correction");

    JsonNode listed = desk.json(0, "grade", "--corrections").get("corrections");
    assertThat(listed).hasSize(2);
    assertThat(listed.get(0).get("by").asString()).isEqualTo("liu.min");
    JsonNode forgotten = desk.json(0, as("liu.min", "grade", "--forget", "联系"));
    assertThat(entry(forgotten).values("forgotten")).containsExactly("联系");
    JsonNode again = desk.json(0, "deposit", file("third.csv", list(HEADINGS, 300)).toString());
    assertThat(column(again, "联系").get("kept").isNull()).isTrue();
    desk.type(as("liu.min", "grade", "--forget", "联系")).ends(2).because("no such correction");
  }

  @Test
  void onlyAProtectionOfficerCorrectsAndARefusalIsRecorded() throws Exception {
    String list = file("duty.csv", list(HEADINGS, 1)).toString();
    long size = Objects.requireNonNull(held).journal().size();
    desk.type("grade", list, "--correct", "联系=手机号").ends(4).because("not among your duties");
    desk.type(as("chen.wei", "grade", list, "--correct", "联系=none"))
        .ends(4)
        .because("not among your duties");
    desk.type(as("chen.wei", "grade", "--forget", "联系")).ends(4);
    List<byte[]> entries = held.entries(size, 9);
    assertThat(entries).hasSize(3);
    for (byte[] bytes : entries) {
      assertThat(Entry.parse(bytes).value("act")).contains("GRADE");
    }
    assertThat(desk.json(0, "grade", "--corrections").get("corrections")).isEmpty();
  }

  @Test
  void aCorrectionAgainstTheContentWarnsAndWantsConfirming() throws Exception {
    String list = file("against.csv", list(HEADINGS, 1)).toString();
    String[] wrong = as("liu.min", "grade", list, "--correct", "联系=none");
    JsonNode no = desk.json(1, wrong);
    assertThat(texts(no.get("needs_confirm"))).containsExactly("联系");
    desk.type(wrong).ends(1);
    assertThat(desk.json(0, "grade", "--corrections").get("corrections")).isEmpty();

    JsonNode yes = desk.json(0, as("liu.min", "grade", list, "--correct", "联系=none", "--confirm"));
    assertThat(entry(yes).value("against-content")).contains("手机号");
    assertThat(column(yes, "联系").get("sure").asBoolean()).isTrue();
  }

  @Test
  void whatWasHarmlessThenIsLookedAtWhenItsContentIsGraveNow() throws Exception {
    String harmless = file("harmless.csv", list(HEADINGS, 1)).toString();
    desk.json(0, as("liu.min", "grade", harmless, "--correct", "备注2=none"));
    String grave = list("姓名,备注2,车牌号,厂牌型号,终保日期,备注,银行卡,诊断结果,保单号\n", 1);
    JsonNode answer = desk.json(0, "grade", file("grave.csv", grave).toString());
    JsonNode column = column(answer, "备注2");
    assertThat(column.get("against").asString()).isEqualTo("手机号");
    assertThat(column.get("sure").asBoolean()).isFalse();
    assertThat(texts(answer.get("unsure"))).contains("备注2");
  }

  @Test
  void aCorrectionMayHoldForOneSendersFilesOnly() throws Exception {
    String list = file("sender.csv", list(HEADINGS, 1)).toString();
    desk.json(0, as("liu.min", "grade", list, "--from", "ag-0001", "--correct", "备注2=序号"));
    desk.json(0, as("liu.min", "grade", list, "--correct", "备注2=none"));
    assertThat(kind(desk.json(0, "grade", list))).isEqualTo("无");
    assertThat(kind(desk.json(0, "grade", list, "--from", "hq"))).isEqualTo("无");
    assertThat(kind(desk.json(0, "grade", list, "--from", "ag-0001"))).isEqualTo("序号");
    assertThat(kind(desk.json(0, "deposit", list, "--from", "ag-0001"))).isEqualTo("序号");
    desk.type("grade", list, "--from", "nobody").ends(2).because("unknown party");
    desk.type("deposit", list, "--from", "nobody").ends(2).because("unknown party");
  }

  private static String kind(JsonNode answer) {
    return column(answer, "备注2").get("class").asString();
  }

  @Test
  void confirmingKeepsWhatWasToldByContentAlone() throws Exception {
    String list = file("confirm.csv", list(HEADINGS, 1)).toString();
    JsonNode confirmed = desk.json(0, as("liu.min", "grade", list, "--confirm"));
    assertThat(confirmed.get("corrected").get(0).get("heading").asString()).isEqualTo("联系");
    assertThat(column(desk.json(0, "deposit", list), "联系").get("kept").asString()).isEqualTo("手机号");
    assertThat(desk.json(0, as("liu.min", "grade", list, "--confirm")).get("entry").isNull())
        .isTrue();
  }

  @Test
  void aHeadingIsAStrangersText() throws Exception {
    String evil = "\u001b[31m备注2\u0007\u202e";
    String list = file("evil.csv", list(HEADINGS.replace("备注2", evil), 1)).toString();
    Desk.Said said = desk.type(as("liu.min", "grade", list, "--correct", "备注2=none"));
    assertThat(said.out() + said.err()).doesNotContain("\u001b", "\u0007", "\u202e");
    String number = list(HEADINGS.replace("备注2", "备注13800138000"), 1);
    desk.type(
            as(
                "liu.min",
                "grade",
                file("n.csv", number).toString(),
                "--correct",
                "备注13800138000=none"))
        .ends(2)
        .because("holds a number");
    desk.type(as("liu.min", "grade", list, "--correct", "没有=姓名"))
        .ends(2)
        .because("no such heading");
    desk.type(as("liu.min", "grade", list, "--correct", "联系=星座")).ends(2).because("no such class");
    desk.type(as("liu.min", "grade", list, "--correct", "联系")).ends(2).because("HEADING=CLASS");
    desk.type(as("liu.min", "grade", list, "--correct", "联系=手机号", "--correct", "联 系=none"))
        .ends(2)
        .because("twice");
    desk.type("grade").ends(2).because("--corrections");
    desk.type("grade", folder.resolve("absent.csv").toString()).ends(3).because("no such file");
  }

  @Test
  void aCorrectedHeadingNamesSubjectsToo() throws Exception {
    desk.json(
        0, "deposit", file("custody.csv", list(HEADINGS.replace("联系", "手机号"), 400)).toString());
    String who = file("who.csv", "联系,姓名\n13800130401,王小明\n13800130402,王小明\n").toString();
    String[] ask = {
      "request",
      "--to",
      "ag-0001",
      "--purpose",
      "renewal-service",
      "--columns",
      "姓名,车牌号",
      "--subjects",
      who
    };
    desk.type(ask).ends(3).because("expected a heading");
    desk.json(0, as("liu.min", "grade", who, "--correct", "联系=手机号"));
    assertThat(desk.json(0, ask).get("people").asInt()).isEqualTo(2);
  }

  @Test
  void thePolicyShowsItsScalesAsData() {
    JsonNode shown = desk.json(0, "policy", "show");
    assertThat(shown.get("version").asString()).isEqualTo("2026.8");
    assertThat(shown.get("fields")).hasSize(17);
    assertThat(shown.get("fields").get(2).get("label").asString()).isEqualTo("recalled");
    assertThat(shown.get("kinds").size()).isGreaterThan(15);
  }
}
