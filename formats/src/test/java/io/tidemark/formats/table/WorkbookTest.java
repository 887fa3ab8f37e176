package io.tidemark.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.formats.Unreadable;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {
  private static final String HEADING =
      "<row r='1'><c r='A1' t='inlineStr'><is><t>姓名</t></is></c>"
          + "<c r='B1' t='inlineStr'><is><t>手机号</t></is></c>"
          + "<c r='C1' t='inlineStr'><is><t>终保日期</t></is></c></row>";
  private static final String STYLES =
      "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\"年\"m\"月\"d\"日\"'/>"
          + "<numFmt numFmtId='165' formatCode='\"day\" 0.00'/></numFmts>"
          + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
          + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"
          + "</cellXfs></styleSheet>";

  @TempDir Path folder = Path.of("");

  @Test
  void numbersThatWerePhonesOrIdentitiesComeAsTheSpreadsheetShowsThem() throws Exception {
    assertThat(row("<c r='A2'><v>5.1011719770930797E+17</v></c><c r='B2'><v>1.38E+10</v></c>"))
        .containsExactly("510117197709308000", "13800000000", "");
    assertThat(row("<c r='A2'><v>3317.0999999999999</v></c><c r='B2'><v>0</v></c>"))
        .containsExactly("3317.1", "0", "");
  }

  @Test
  void datesComeAsIsoWhateverTheirFormat() throws Exception {
    assertThat(
            row(
                "<c r='A2' s='1'><v>46359</v></c><c r='B2' s='2'><v>46359.5</v></c>"
                    + "<c r='C2'><v>46359</v></c>"))
        .containsExactly("2026-12-03", "2026-12-03 12:00:00", "2026-12-03");
    assertThat(row("<c r='A2' s='3'><v>46359</v></c><c r='B2' s='1'><v>59</v></c>"))
        .containsExactly("46359", "1900-02-28", "");
  }

  @Test
  void aFormulaGivesItsCachedValue() throws Exception {
    assertThat(
            row("<c r='A2' t='str'><f>A1&amp;B1</f><v>李四</v></c><c r='B2'><f>1+1</f><v>2</v></c>"))
        .containsExactly("李四", "2", "");
  }

  @Test
  void sharedStringsMayBeRichAndHavePhonetics() throws Exception {
    String strings =
        "<sst><si><t>a</t></si><si><r><t>李</t></r><r><t>四</t></r><rPh><t>LI</t></rPh></si></sst>";
    Path file =
        book("<row r='2'><c r='B2' t='s'><v>1</v></c></row>")
            .part("xl/sharedStrings.xml", strings)
            .write(folder.resolve("s.xlsx"));
    assertThat(Rows.of(file).good()).containsExactly(List.of("", "李四", ""));
  }

  @Test
  void sharedStringsAreThemselvesInWhateverOrderTheyAreAskedFor() throws Exception {
    List<Integer> numbers = new ArrayList<>();
    StringBuilder strings = new StringBuilder("<sst>");
    for (int i = 0; i < 5_000; i++) {
      numbers.add(i);
      strings.append("<si><t>").append(shared(i)).append("</t></si>");
    }
    numbers.addAll(List.copyOf(numbers));
    Collections.shuffle(numbers, new Random(1));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      rows.append("<row r='%d'><c t='s'><v>%d</v></c></row>".formatted(i + 2, numbers.get(i)));
    }
    Path file =
        book(rows.toString())
            .part("xl/sharedStrings.xml", strings + "</sst>")
            .write(folder.resolve("shuffled.xlsx"));
    assertThat(Rows.of(file).good())
        .extracting(row -> row.get(0))
        .containsExactlyElementsOf(numbers.stream().map(WorkbookTest::shared).toList());
  }

  private static String shared(int number) {
    return "t" + number + (number % 7 == 0 ? "长".repeat(300) : "");
  }

  @Test
  void theFirstSheetWithTextIsReadAndTheTableSaysSo() throws Exception {
    Path file =
        new Book()
            .sheet("<row r='1'/>")
            .sheet(HEADING)
            .sheet(HEADING)
            .write(folder.resolve("m.xlsx"));
    try (Table table = Tables.table(file)) {
      assertThat(table.headed()).isTrue();
      assertThat(table.notes()).singleElement().asString().contains("of 3 sheets only number 2");
    }
  }

  @Test
  void aWorkbookIsToldByContentAndNotByName() throws Exception {
    Path file = book("").write(folder.resolve("really.csv"));
    try (Table table = Tables.table(file)) {
      assertThat(table.format()).isEqualTo(TableFormat.XLSX);
    }
  }

  @Test
  void rowsTooLongAndCellsTooLongAreRejectedAndTheOthersRead() throws Exception {
    String rows =
        "<row r='2'><c r='E2'><v>5</v></c></row><row r='3'><c r='A3' t='str'><v>"
            + "x".repeat(70_000)
            + "</v></c></row><row r='4'><c r='A4'><v>1</v></c></row>";
    Rows read = Rows.of(book(rows).write(folder.resolve("r.xlsx")));
    assertThat(read.good()).hasSize(1);
    assertThat(read.rejects())
        .containsExactly(
            Reject.tooManyCells(2, 3, 5), Reject.cellTooLong(3, 1, Limits.USUAL.cellCharacters()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>",
        "<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>1</v></c></row>",
        "<row r='99999999'><c><v>1</v></c></row>",
        "<row r='1'><c><v>1</v></c></row>",
        "<row r='2'><c t='s'><v>7</v></c></row>",
        "<row r='2'><c t='s'><v>x</v></c></row>",
        "<row r='2'><c",
        "<row r='2'><c><v>&unknown;</v></c></row>"
      })
  void damageInASheetIsUnreadableAndNothingElse(String rows) throws Exception {
    Path file = book(rows).part("xl/sharedStrings.xml", "<sst/>").write(folder.resolve("d.xlsx"));
    assertThatThrownBy(() -> Rows.of(file)).isInstanceOf(Unreadable.class);
  }

  @Test
  void documentTypesAndEntitiesAreRefused() throws Exception {
    String xxe =
        "<!DOCTYPE worksheet [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            + "<worksheet><sheetData><row r='1'><c t='str'><v>&e;</v></c></row></sheetData></worksheet>";
    Path file =
        new Book().sheet("").part("xl/worksheets/sheet1.xml", xxe).write(folder.resolve("x.xlsx"));
    assertRefused(file, "DTD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil.xml", "/etc/evil", "xl\\..\\..\\evil", "C:evil"})
  void namesThatLeadOutOfTheArchiveAreRefused(String name) throws Exception {
    assertRefused(book("").part(name, "x").write(folder.resolve("p.xlsx")), "leads out");
  }

  @Test
  void anArchiveThatIsNoWorkbookIsNamed() throws Exception {
    Path zip = folder.resolve("z.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.txt"));
    }
    assertRefused(zip, "no XLSX workbook");
  }

  @Test
  void aBombIsStoppedWhileItInflates() throws Exception {
    Path file = folder.resolve("bomb.xlsx");
    Book book = book("");
    book.write(file);
    Path bomb = folder.resolve("bomb2.xlsx");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bomb));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "xl/workbook.xml", "<workbook><sheets><sheet id='r1'/></sheets></workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<R><Relationship Id='r1' Type='/worksheet' Target='/xl/s.xml'/></R>");
      zip.putNextEntry(new ZipEntry("xl/s.xml"));
      zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
      byte[] block = "<row></row>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 100; i++) {
        zip.write(block);
      }
    }
    assertRefused(bomb, "bomb");
  }

  @Test
  void oneEndlessAttributeIsStopped() throws Exception {
    Path file =
        book("<row r='2'><c x='" + "y".repeat(9 << 20) + "'/></row>")
            .write(folder.resolve("a.xlsx"));
    assertRefused(file, "bomb");
  }

  @Test
  void tooManyEntriesAreRefusedBeforeTheArchiveIsOpened() throws Exception {
    Book book = book("");
    for (int i = 0; i <= Limits.USUAL.workbookEntries(); i++) {
      book.part("x" + i, "");
    }
    assertRefused(book.write(folder.resolve("e.xlsx")), "too many entries");
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    assertRefused(book("<a>".repeat(1000)).write(folder.resolve("n.xlsx")), "nested");
  }

  private List<String> row(String cells) throws Exception {
    Path file = book("<row r='2'>" + cells + "</row>").write(folder.resolve("row.xlsx"));
    return Rows.of(file).good().get(0);
  }

  private static Book book(String rows) {
    return new Book().part("xl/styles.xml", STYLES).sheet(HEADING + rows);
  }

  private static void put(ZipOutputStream zip, String name, String content) throws Exception {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> Rows.of(file))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(reason);
  }
}
