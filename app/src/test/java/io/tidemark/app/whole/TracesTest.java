package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.Attack;
import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.LooseText;
import io.tidemark.chainsim.leak.Reshaping;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.formats.table.TableWriter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The same leak in whatever form it turns up gives the same verdict. */
final class TracesTest {
  private static final Map<String, String> ENGLISH =
      Map.of(
          "姓名",
          "Full Name",
          "手机号",
          "Phone Number",
          "车牌号",
          "License Plate",
          "厂牌型号",
          "Car Model",
          "地址",
          "Home Address",
          "终保日期",
          "Expiry Date");

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  /** How a leaked list may turn up. */
  enum Turn {
    CSV,
    GBK,
    UTF16,
    UTF16_BIG_ENDIAN,
    XLSX,
    NO_HEADINGS,
    ENGLISH_HEADINGS,
    OTHER_HEADINGS,
    OTHER_ORDER,
    CHAT
  }

  private LeakedTable leak() throws Exception {
    return new Selection.Sample(30, 5).on(company.copy(Company.AGENT));
  }

  private Path written(Turn turn) throws Exception {
    LeakedTable leak = leak();
    Path file = folder.resolve(turn + (turn == Turn.XLSX ? ".xlsx" : ".csv"));
    switch (turn) {
      case GBK -> FileShape.GBK.write(file, leak);
      case UTF16 -> FileShape.UTF16_LITTLE_ENDIAN.write(file, leak);
      case UTF16_BIG_ENDIAN -> FileShape.UTF16_BIG_ENDIAN.write(file, leak);
      case XLSX -> workbook(file, leak);
      case NO_HEADINGS -> FileShape.UTF8.write(file, new Reshaping.NoHeadings().on(leak));
      case ENGLISH_HEADINGS -> FileShape.UTF8.write(file, english(leak));
      case OTHER_HEADINGS -> FileShape.UTF8.write(file, new Reshaping.RenameHeadings(3).on(leak));
      case OTHER_ORDER ->
          FileShape.TABS.write(
              file, Attack.all(leak, new Reshaping.ReorderColumns(3), new Selection.Shuffle(4)));
      case CHAT -> {
        LeakedTable all = company.copy(Company.AGENT);
        return Files.write(folder.resolve("chat.txt"), LooseText.posts(all, 9));
      }
      default -> FileShape.UTF8.write(file, leak);
    }
    return file;
  }

  private static LeakedTable english(LeakedTable leak) {
    List<String> headings =
        leak.headings().stream().map(heading -> ENGLISH.getOrDefault(heading, heading)).toList();
    assertThat(headings).doesNotContainAnyElementsOf(ENGLISH.keySet());
    return new LeakedTable(headings, leak.rows());
  }

  private static void workbook(Path file, LeakedTable leak) throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        TableWriter table = TableWriter.named(file, out)) {
      table.write(leak.headings());
      for (List<String> row : leak.rows()) {
        table.write(row);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Turn.class)
  void theVerdictNamesTheAgentWhateverTheForm(Turn turn) throws Exception {
    JsonNode answer = desk.json(0, "trace", written(turn).toString());
    assertThat(answer.get("verdict").asString()).isEqualTo("named");
    assertThat(answer.get("accused")).hasSize(1);
    assertThat(answer.get("accused").get(0).get("party").asString()).isEqualTo(Company.AGENT);
    assertThat(answer.get("candidates").get(0).get("bound").asDouble())
        .isLessThanOrEqualTo(answer.get("threshold").asDouble());
    assertThat(answer.get("rows").get("matched").asInt()).isGreaterThan(20);
    assertThat(answer.get("rows").get("foreign").asInt()).isZero();
  }

  @Test
  void theSameFilesAgainAreAnotherAttemptOfTheSameCaseThatMustMeetMore() throws Exception {
    Path file = folder.resolve("again.csv");
    FileShape.UTF8.write(file, new Selection.Sample(31, 6).on(company.copy(Company.AGENT)));
    JsonNode first = desk.json(0, "trace", file.toString());
    JsonNode second = desk.json(0, "trace", file.toString());
    assertThat(first.get("attempt").asInt()).isEqualTo(1);
    assertThat(second.get("attempt").asInt()).isEqualTo(2);
    assertThat(second.get("case")).isEqualTo(first.get("case"));
    assertThat(first.get("threshold").asDouble()).isEqualTo(1e-6 / 2);
    assertThat(second.get("threshold").asDouble()).isEqualTo(1e-6 / 6);

    String id = first.get("case").asString();
    Path more = folder.resolve("more.csv");
    FileShape.UTF8.write(more, new Selection.Sample(25, 7).on(company.copy(Company.AGENT)));
    JsonNode third = desk.json(0, "trace", more.toString(), "--case", id);
    assertThat(third.get("case").asString()).isEqualTo(id);
    assertThat(third.get("attempt").asInt()).isEqualTo(3);
    desk.type("trace", more.toString(), "--case", "c-0000000000000000")
        .ends(2)
        .because("no such case");
    desk.type("trace", more.toString(), "--case", "../x").ends(2).because("no such case");
  }

  @Test
  void whatWasReleasedAfterTheMaterialWasSeenCountsForTheBoundOnly() throws Exception {
    Path file = folder.resolve("seen.csv");
    FileShape.UTF8.write(file, new Selection.Sample(31, 9).on(company.copy(Company.AGENT)));
    JsonNode answer = desk.json(0, "trace", file.toString(), "--seen", "2020-01-01");
    JsonNode best = answer.get("candidates").get(0);
    assertThat(answer.get("verdict").asString()).isEqualTo("named");
    assertThat(answer.get("seen_before").asString()).isEqualTo("2020-01-01T16:00:00Z");
    assertThat(best.get("posterior").asDouble()).isZero();
    assertThat(best.get("evidence").get("disclosures_after_seen").asInt()).isPositive();
    JsonNode now = desk.json(0, "trace", file.toString(), "--seen", "2999-12-31");
    assertThat(now.get("candidates").get(0).get("posterior").asDouble()).isGreaterThan(0.95);
    desk.type("trace", file.toString(), "--seen", "soon").ends(2).because("--seen takes a date");
  }

  @Test
  void twoRowsAreNotEnoughToNameAnybody() throws Exception {
    Path file = folder.resolve("two.csv");
    FileShape.UTF8.write(file, new Selection.Sample(2, 8).on(company.copy(Company.AGENT)));
    Desk.Said said = desk.type("trace", file.toString(), "--json");
    assertThat(said.json().get("verdict").asString()).isNotEqualTo("named");
    assertThat(said.exit()).isEqualTo(said.json().get("accused").isEmpty() ? 1 : 0);
    assertThat(said.json().get("candidates").get(0).get("bound").asDouble())
        .isGreaterThan(said.json().get("threshold").asDouble());
  }

  @Test
  void strangersAccuseNobody() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("strangers.csv"), "姓名,手机号,车牌号\n查无此人,19900000000,琼Z00000\n");
    JsonNode answer = desk.json(1, "trace", file.toString());
    assertThat(answer.get("accused")).isEmpty();
    assertThat(answer.get("rows").get("foreign").asInt()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsNamed() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    desk.type("trace", folder.resolve("absent.csv").toString()).ends(3).because("no such file");
    desk.type("trace", folder.toString()).ends(3).because("not a file");
    desk.type("trace", empty.toString()).ends(3).because("empty.csv");
    desk.type("trace").ends(2);
  }

  @Test
  void whoHasNoDutyToTraceIsRefusedAndThatIsRecorded() throws Exception {
    Path file = written(Turn.CSV);
    desk.type(company.as("wang.fang", "trace", file.toString())).ends(4).because("duties");
    assertThat(Ledgers.of(company.held).values("refusal", "actor")).contains("wang.fang");
    assertThat(desk.type(company.as("sun.yue", "trace", file.toString())).exit()).isZero();
  }
}
