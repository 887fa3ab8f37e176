package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.store.home.Home;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files as nobody should write them: what can be read is kept, the rest is named. */
final class DepositsTest {
  private static final String HEADINGS = "姓名,手机号,车牌号,厂牌型号,地址,保单号,终保日期,备注\n";

  @TempDir private static Path folder = Path.of(".");
  private static Desk desk = new Desk(Path.of("."));
  private static @Nullable Home held;

  @BeforeAll
  static void makeOne() throws Exception {
    desk = Homes.small(folder);
    held = Home.open(desk.home(), System.getenv());
  }

  @AfterAll
  static void leave() {
    if (held != null) {
      held.close();
    }
  }

  private static Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String row(int n, String name, String remark) {
    return name
        + ",1380013%04d,川A%05d,大众朗逸2021款1.5L自动舒适版,四川省成都市锦江区红星路%d号,PDAA2026510000%06d,2026-12-%02d,"
            .formatted(n, n, n, n, 1 + n % 28)
        + remark
        + "\n";
  }

  private Desk.Said deposit(Path file) {
    return desk.type("deposit", file.toString());
  }

  @Test
  void anEmptyFileAHeadingAloneAndUnknownHeadingsAreNotRead() throws Exception {
    deposit(file("empty.csv", "")).ends(3).because("empty.csv");
    deposit(file("heading.csv", HEADINGS)).ends(3).because("heading.csv");
    deposit(file("unknown.csv", "血型,星座\nA,狮子\n")).ends(3).because("unknown.csv");
    desk.typeIn("zh", "deposit", folder.resolve("unknown.csv").toString())
        .ends(3)
        .because("unknown.csv");
    deposit(folder.resolve("absent.csv")).ends(3).because("no such file");
    deposit(folder).ends(3).because();
  }

  private static String written(String rows, String style) {
    return Pattern.compile("2026-12-(\\d\\d)").matcher(rows).replaceAll(style);
  }

  @Test
  void aListIsTheSameListHoweverItIsDressedAndItsDatesAreWritten() throws Exception {
    StringBuilder list = new StringBuilder();
    for (int n = 701; n <= 730; n++) {
      list.append(row(n, "王小明", ""));
    }
    String rows = list.toString();
    JsonNode plain = desk.json(0, "deposit", file("plain.csv", HEADINGS + rows).toString());
    assertThat(plain.get("accepted").asInt()).isEqualTo(30);
    String pinyin =
        "xingming,shoujihao,chepaihao,changpai xinghao,dizhi,baodanhao,zhongbao riqi,beizhu\n";
    for (String dressed :
        List.of(
            "承保清单,,,,,,,\n" + HEADINGS + rows + "合计：30条,,,,,,,\n",
            "客户信息,,车辆信息,,,保单信息,,其他信息\n" + HEADINGS + written(rows, "$1/12/2026"),
            HEADINGS + rows.replace(HEADINGS, "") + HEADINGS,
            pinyin + written(rows, "12/$1/2026"),
            pinyin + written(rows, "2026-12-$1 00:00:00"))) {
      JsonNode answer = desk.json(0, "deposit", file("dressed.csv", dressed).toString());
      assertThat(answer.get("accepted").asInt()).isZero();
      assertThat(answer.get("rejected").asInt()).isZero();
      assertThat(answer.get("suspect_values").asInt()).isZero();
      assertThat(answer.get("unchanged").asInt() + answer.get("updated").asInt()).isEqualTo(30);
    }
  }

  @Test
  void datesThatMayBeReadInTwoWaysAreSuspect() throws Exception {
    String rows = row(761, "王小明", "") + row(762, "张小红", "");
    assertThat(rows).contains("2026-12-");
    String ambiguous = rows.replaceAll("2026-12-\\d\\d", "11/12/2026");
    JsonNode answer = desk.json(0, "deposit", file("two.csv", HEADINGS + ambiguous).toString());
    assertThat(answer.get("suspect_values").asInt()).isEqualTo(2);
    assertThat(Files.readString(Path.of(answer.get("suspects_file").asString())))
        .contains("日和月孰先孰后无法判断");
  }

  @Test
  void rowsThatAreCutShortAreListedWithLineAndReasonAndTheOthersAreKept() throws Exception {
    Path file =
        file("short.csv", HEADINGS + row(101, "王小明", "") + "李四,1380013\n" + row(102, "张小红", ""));
    JsonNode answer = desk.json(6, "deposit", file.toString());
    assertThat(answer.get("accepted").asInt()).isEqualTo(2);
    assertThat(answer.get("rejected").asInt()).isEqualTo(1);
    assertThat(Files.readString(Path.of(answer.get("rejects_file").asString())))
        .contains("3")
        .doesNotContain("李四", "1380013");
    JsonNode again = desk.json(6, "deposit", file.toString());
    assertThat(again.get("accepted").asInt()).isZero();
    assertThat(again.get("unchanged").asInt()).isEqualTo(2);
  }

  @Test
  void anOpenQuoteAndNulBytesDoNotSwallowTheFileInSilence() throws Exception {
    Path quote = file("quote.csv", HEADINGS + row(201, "\"王小明", "") + row(202, "张小红", ""));
    Desk.Said said = deposit(quote);
    assertThat(said.exit()).isIn(3, 6);
    said.because();
    Path nul = file("nul.csv", HEADINGS + row(203, "王\0明", "") + row(204, "张小红", ""));
    assertThat(deposit(nul).because().exit()).isIn(0, 3, 6);
    Path noise = Files.write(folder.resolve("noise.csv"), new byte[100_000]);
    deposit(noise).ends(3).because("noise.csv");
  }

  @Test
  void aLineOfTwoHundredMegabytesIsRefusedWithoutHoldingIt() throws Exception {
    Path huge = folder.resolve("huge.csv");
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(huge))) {
      out.write((HEADINGS + row(301, "王小明", "")).getBytes(StandardCharsets.UTF_8));
      for (int n = 0; n < 200; n++) {
        out.write(block);
      }
      out.write(("\n" + row(302, "张小红", "")).getBytes(StandardCharsets.UTF_8));
    }
    Desk.Said said = deposit(huge);
    Files.delete(huge);
    assertThat(said.exit()).isIn(3, 6);
    said.because();
  }

  @Test
  void aZipThatUnpacksToAGigabyteAndOneWithPathsOutsideAreRefused() throws Exception {
    Path bomb = folder.resolve("bomb.xlsx");
    byte[] block = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      for (String part :
          List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
        zip.putNextEntry(new ZipEntry(part));
        for (int n = 0; n < 340; n++) {
          zip.write(block);
        }
        zip.closeEntry();
      }
    }
    assertThat(Files.size(bomb)).isLessThan(5_000_000);
    deposit(bomb).ends(3).because("bomb.xlsx");

    Path slip = folder.resolve("slip.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(slip))) {
      zip.putNextEntry(new ZipEntry("../../slipped.txt"));
      zip.write(1);
      zip.closeEntry();
    }
    deposit(slip).ends(3).because("slip.xlsx");
    assertThat(folder.resolveSibling("slipped.txt")).doesNotExist();
    deposit(file("text.xlsx", "姓名\n王小明\n")).because();
  }

  @Test
  void aCellThatASpreadsheetWouldRunLeavesAsText() throws Exception {
    String evil = "=HYPERLINK(\"\"http://evil.example\"\")";
    StringBuilder rows = new StringBuilder(HEADINGS);
    for (int n = 401; n < 411; n++) {
      rows.append(row(n, "王小明", "\"" + evil + "\""));
    }
    desk.json(0, "deposit", file("evil.csv", rows.toString()).toString());
    Path out = folder.resolve("evil-copy.csv");
    desk.json(
        0,
        "disclose",
        "--to",
        "ag-0001",
        "--purpose",
        "renewal-service",
        "--columns",
        "姓名,手机号,厂牌型号,地址,备注",
        "--subjects",
        file("evil-who.csv", "手机号\n13800130401\n13800130402\n").toString(),
        "--out",
        out.toString());
    LeakedTable copy = Company.read(out);
    assertThat(copy.rows()).hasSize(2);
    assertThat(Files.readString(out)).contains("HYPERLINK").doesNotContainPattern("(^|[,\"\n])=");
  }

  @Test
  void headingsAreMappedByAFile() throws Exception {
    Path odd =
        file("odd.csv", HEADINGS.replace("保单号", "单据流水") + row(501, "王小明", "")).toAbsolutePath();
    Path map = file("map.yaml", "单据流水: 保单号\n");
    JsonNode answer = desk.json(0, "deposit", odd.toString(), "--headings", map.toString());
    assertThat(answer.get("accepted").asInt()).isEqualTo(1);
    Path wrong = file("wrong.yaml", "单据流水: 血型\n");
    desk.type("deposit", odd.toString(), "--headings", wrong.toString())
        .ends(3)
        .because("wrong.yaml line 1", "no such field class");
  }
}
