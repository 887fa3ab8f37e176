package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.Attack;
import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.Layout;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.LooseText;
import io.tidemark.chainsim.leak.Mishandling;
import io.tidemark.chainsim.leak.Reshaping;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.formats.table.TableWriter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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
    TITLE_AND_TWO_SHEETS,
    BEHIND_A_COVER_SHEET,
    CHAT
  }

  private static final Set<Turn> WORKBOOKS =
      Set.of(Turn.XLSX, Turn.TITLE_AND_TWO_SHEETS, Turn.BEHIND_A_COVER_SHEET);

  /** What spreadsheets and people make of a list without losing anything. */
  static Stream<Attack> mishandlings() {
    Stream<Attack> dates =
        Stream.of(Mishandling.DateStyle.values()).map(Mishandling.DatesRewritten::new);
    Stream<Attack> mobiles = LongStream.range(0, 12).mapToObj(Mishandling.MobilesAsNumbers::new);
    Stream<Attack> others =
        Stream.of(
            new Mishandling.MobilesCutShort(),
            new Reshaping.Translated(Reshaping.HeadingLanguage.PINYIN, 2),
            new Reshaping.Translated(Reshaping.HeadingLanguage.ENGLISH, 2),
            new Reshaping.Translated(Reshaping.HeadingLanguage.CHINESE, 2),
            Layout.TitleAbove.usual(),
            new Layout.TwoRowHeadings(),
            new Layout.IndexColumn(3, 2),
            new Layout.TotalBelow());
    return Stream.of(dates, mobiles, others).flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("mishandlings")
  void theVerdictNamesTheAgentHoweverTheListWasHandled(Attack attack) throws Exception {
    Path file = folder.resolve("handled.csv");
    FileShape.UTF8.write(file, attack.on(leak()));
    namesTheAgent(desk.json(0, "trace", file.toString()));
  }

  /** All of it at once, and by phone, model and expiry alone: then the phones must be read. */
  @Test
  void theVerdictStandsWhenEverythingWasDoneAtOnce() throws Exception {
    for (long seed : new long[] {0, 1, 2, 3, 4, 5}) {
      LeakedTable all =
          Attack.all(
              company.copy(Company.AGENT),
              new Reshaping.Drop(Set.of("姓名", "车牌号")),
              new Mishandling.MobilesAsNumbers(seed),
              new Mishandling.DatesRewritten(Mishandling.DateStyle.MONTH_FIRST),
              new Layout.TotalBelow(),
              new Layout.IndexColumn(3, seed),
              new Layout.TwoRowHeadings(),
              Layout.TitleAbove.usual());
      Path file = folder.resolve("all-" + seed + ".csv");
      FileShape.SEMICOLONS.write(file, all);
      JsonNode answer = desk.json(0, "trace", file.toString());
      assertThat(answer.get("verdict").asString()).isEqualTo("named");
      assertThat(answer.get("accused").get(0).get("party").asString()).isEqualTo(Company.AGENT);
      assertThat(answer.get("accused")).hasSize(1);
      assertThat(answer.get("rows").get("matched").asInt()).isGreaterThan(all.rows().size() / 2);
    }
  }

  private LeakedTable leak() throws Exception {
    return new Selection.Sample(30, 5).on(company.copy(Company.AGENT));
  }

  private Path written(Turn turn) throws Exception {
    LeakedTable leak = leak();
    Path file = folder.resolve(turn + (WORKBOOKS.contains(turn) ? ".xlsx" : ".csv"));
    switch (turn) {
      case GBK -> FileShape.GBK.write(file, leak);
      case UTF16 -> FileShape.UTF16_LITTLE_ENDIAN.write(file, leak);
      case UTF16_BIG_ENDIAN -> FileShape.UTF16_BIG_ENDIAN.write(file, leak);
      case XLSX -> workbook(file, leak);
      case TITLE_AND_TWO_SHEETS ->
          sheets(file, Layout.TitleAbove.usual().on(half(leak, 0)), half(leak, 15));
      case BEHIND_A_COVER_SHEET ->
          sheets(file, new LeakedTable(List.of("内部资料", "请勿外传"), List.of()), leak);
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

  private static LeakedTable half(LeakedTable leak, int from) {
    return leak.with(leak.rows().subList(from, from + 15));
  }

  private static void sheets(Path file, LeakedTable... tables) throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      for (LeakedTable table : tables) {
        Worksheet sheet = workbook.newWorksheet("S" + Arrays.asList(tables).indexOf(table));
        List<List<String>> rows = new ArrayList<>(List.of(table.headings()));
        rows.addAll(table.rows());
        for (int row = 0; row < rows.size(); row++) {
          for (int column = 0; column < rows.get(row).size(); column++) {
            sheet.value(row, column, rows.get(row).get(column));
          }
        }
      }
    }
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
    namesTheAgent(desk.json(0, "trace", written(turn).toString()));
  }

  private static void namesTheAgent(JsonNode answer) {
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
  void twoRowsWithFewCarriersAreNotEnoughToNameAnybody() throws Exception {
    LeakedTable copy =
        new Reshaping.Drop(Set.of("地址", "备注")) // with them two rows of this copy may do
            .on(new Selection.Shuffle(8).on(company.copy(Company.AGENT)));
    List<List<String>> customers = new ArrayList<>();
    for (int row = 0; customers.size() < 2; row++) {
      List<String> one = copy.rows().get(row);
      JsonNode best = traced(copy, List.of(one)).json().get("candidates").get(0);
      if (best.get("evidence").get("honey_rows").asInt() == 0) {
        customers.add(one); // a honey customer and one row more may name their copy
      }
    }
    Desk.Said said = traced(copy, customers);
    assertThat(said.json().get("verdict").asString()).as(said.out()).isNotEqualTo("named");
    assertThat(said.exit()).isEqualTo(said.json().get("accused").isEmpty() ? 1 : 0);
    assertThat(said.json().get("candidates").get(0).get("bound").asDouble())
        .isGreaterThan(said.json().get("threshold").asDouble());
  }

  private Desk.Said traced(LeakedTable copy, List<List<String>> rows) throws Exception {
    Path file = folder.resolve("some.csv");
    FileShape.UTF8.write(file, copy.with(rows));
    return desk.type("trace", file.toString(), "--json");
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
  void aFolderIsReadWithWhatIsPackedInItAndWhatIsBrokenIsNamed() throws Exception {
    Path seized = Files.createDirectory(folder.resolve("seized"));
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(seized.resolve("posts.zip")))) {
      zip.putNextEntry(new ZipEntry("list.csv"));
      zip.write(Files.readAllBytes(written(Turn.CSV)));
    }
    Files.write(seized.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
    desk.type("trace", seized.toString()).ends(6).because("broken.zip");
    namesTheAgent(desk.json(6, "trace", seized.toString()));
  }

  @Test
  void whatCannotBeReadIsNamed() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    desk.type("trace", folder.resolve("absent.csv").toString()).ends(3).because("no such file");
    desk.type("trace", folder.toString()).ends(3).because("no row");
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
