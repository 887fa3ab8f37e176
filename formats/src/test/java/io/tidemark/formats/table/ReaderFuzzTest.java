package io.tidemark.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.text.LooseText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes: rows, rejects, loose lines or {@link Unreadable}, and an end. */
class ReaderFuzzTest {
  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) throws IOException {
    readAll(bytes);
  }

  @FuzzTest
  void anySheetIsReadOrRefused(byte[] xml) throws IOException {
    Path file = Files.createTempFile("sheet", ".xlsx");
    try {
      String text = new String(xml, StandardCharsets.UTF_8);
      new Book().sheet("").part("xl/worksheets/sheet1.xml", text).write(file);
      readAll(Files.readAllBytes(file));
    } finally {
      Files.delete(file);
    }
  }

  @FuzzTest
  void anyOpenSheetIsReadOrRefused(byte[] xml) throws IOException {
    Path file = Files.createTempFile("sheet", ".ods");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(OpenSheets.CONTENT));
      zip.write(xml);
      zip.finish();
      readAll(Files.readAllBytes(file));
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 300)
  void openSheetsWithNoiseInThemAreReadOrRefused(@ForAll int place, @ForAll byte value)
      throws IOException {
    String row =
        "<table-row number-rows-repeated='2'><table-cell value-type='float' value='1.5'>"
            + "<p>姓<s/>名</p></table-cell><table-cell number-columns-repeated='3'/></table-row>";
    byte[] sheet =
        ("<x><table name='a'>" + row.repeat(3) + "</table></x>").getBytes(StandardCharsets.UTF_8);
    sheet[Math.floorMod(place, sheet.length)] = value;
    anyOpenSheetIsReadOrRefused(sheet);
  }

  @Property(tries = 250)
  void noiseIsReadOrRefused(@ForAll byte[] bytes) throws IOException {
    readAll(bytes);
  }

  @Property(tries = 250)
  void brokenTablesAreReadOrRefused(@ForAll("tables") String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    readAll(bytes);
  }

  @Property(tries = 300)
  void workbooksWithNoiseInThemAreReadOrRefused(
      @ForAll int place, @ForAll byte value, @ForAll boolean inSheet) throws IOException {
    Path file = Files.createTempFile("noise", ".xlsx");
    try {
      String row = "<row><c t='str'><v>姓名</v></c><c r='B1' s='1'><v>46359</v></c></row>";
      byte[] sheet = row.repeat(3).getBytes(StandardCharsets.ISO_8859_1);
      sheet[Math.floorMod(place, sheet.length)] = inSheet ? value : sheet[0];
      new Book().sheet(new String(sheet, StandardCharsets.ISO_8859_1)).write(file);
      byte[] bytes = Files.readAllBytes(file);
      bytes[Math.floorMod(place, bytes.length)] = inSheet ? bytes[0] : value;
      readAll(inSheet ? Files.readAllBytes(file) : bytes);
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<String> tables() {
    return Arbitraries.strings()
        .withChars("姓名,手机号\"\"\n\r\t;|，'=0a\0\uFFFD")
        .ofMaxLength(200)
        .map(text -> "姓名,手机号,地址\n" + text);
  }

  private static void readAll(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".csv");
    try {
      Files.write(file, bytes);
      Material material = Tables.open(file);
      if (material instanceof Table table) {
        try (table) {
          Rows rows = Rows.of(table);
          assertThat(rows.good()).allMatch(row -> row.size() == table.headings().size());
          assertThat(rows.good().size() + rows.rejects().size()).isLessThan(bytes.length + 2);
        }
      } else {
        try (LooseText text = ((Material.Loose) material).open()) {
          long last = 0;
          for (var line = text.next(); line.isPresent(); line = text.next()) {
            assertThat(line.get().line()).isGreaterThan(last);
            last = line.get().line();
          }
        }
      }
    } catch (Unreadable e) {
      assertThat(e.getMessage()).contains(file.toString());
    } finally {
      Files.delete(file);
    }
  }
}
