package io.tidemark.formats.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Finding.Form;
import io.tidemark.find.FoundClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks and documents of OpenDocument and XLSB, as programs of others write them. */
final class WrittenByOthersTest {
  private static final String MANIFEST = "META-INF/manifest.xml";

  @TempDir private Path folder = Path.of(".");

  private Path written(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(WrittenByOthersTest.class.getResourceAsStream("written/" + name))) {
      return Files.write(folder.resolve(name), in.readAllBytes());
    }
  }

  /** An OpenDocument of one content. */
  private Path open(String kind, String content, String manifest) throws IOException {
    Path file = folder.resolve("made.ods");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(zip, "mimetype", "application/vnd.oasis.opendocument." + kind);
      part(zip, "content.xml", content);
      part(zip, MANIFEST, manifest);
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sheet(String rows) {
    return "<x><spreadsheet><table name='s'><table-row><table-cell><p>手机号</p></table-cell>"
        + "<table-cell><p>姓名</p></table-cell></table-row>"
        + rows
        + "</table></spreadsheet></x>";
  }

  /** Every cell of the sheets that SheetJS wrote, whether in binary or in XML. */
  private static void sheets(Met met) {
    assertThat(met.skipped).isEmpty();
    assertThat(met.of(FoundClass.MOBILE))
        .extracting(Met::value)
        .containsExactly("13800138000", "13900139000", "13700137000", "18812345678", "15912345678");
    assertThat(met.of(FoundClass.IDENTITY_NUMBER))
        .extracting(one -> one.finding().form())
        .containsExactly(Form.WHOLE, Form.DAMAGED, Form.WHOLE);
    assertThat(met.of(FoundClass.PLATE)).extracting(Met::value).contains("川A12345", "粤B54321");
    assertThat(met.of(FoundClass.EXPIRY))
        .extracting(Met::value)
        .containsExactly("2026-12-03", "2026-12-03");
    assertThat(met.of(FoundClass.MOBILE).get(3).place())
        .isEqualTo(new Place.InCell("客户", 6, 2, "手机号", 0, 11));
  }

  @Test
  void anXlsbIsReadCellByCell() throws Exception {
    sheets(Met.in(written("sheetjs.xlsb")));
  }

  @Test
  void anXlsbWithATextOfSeveralTypefacesHidesNothing() throws Exception {
    sheets(Met.in(written("dressed.xlsb")));
  }

  @Test
  void anOdsIsReadCellByCell() throws Exception {
    sheets(Met.in(written("sheetjs.ods")));
  }

  @Test
  void rowsThatAreSaidOnceForManyAreCounted() throws Exception {
    Met met = Met.in(written("odfpy.ods"));
    assertThat(met.skipped).isEmpty();
    assertThat(met.of(FoundClass.MOBILE))
        .extracting(Met::value)
        .containsExactly("13800138000", "13900139000", "13700137000", "13700137000", "13700137000");
    assertThat(met.of(FoundClass.MOBILE))
        .extracting(one -> ((Place.InCell) one.place()).row())
        .containsExactly(2L, 3L, 1_000_004L, 1_000_005L, 1_000_006L);
  }

  @Test
  void linesWithinACellAreKeptApart() throws Exception {
    String rows =
        "<table-row><table-cell><p>1380013</p><p>8000</p></table-cell>"
            + "<table-cell><p>请打 13900139000<line-break/>13700137000</p></table-cell></table-row>";
    Met met = Met.in(open("spreadsheet", sheet(rows), "<m/>"));
    assertThat(met.of(FoundClass.MOBILE))
        .extracting(Met::value)
        .contains("13900139000", "13700137000");
  }

  @Test
  void cellsBeyondAllMeasureAreRefused() throws Exception {
    String wide =
        "<table-row><table-cell number-columns-repeated='2000000000'><p>x</p></table-cell>"
            + "</table-row>";
    assertThat(Met.in(open("spreadsheet", sheet(wide), "<m/>")).skipped)
        .singleElement()
        .satisfies(one -> assertThat(one.why().en()).contains("repeated"));
    String tall = "<table-row number-rows-repeated='2000000'><table-cell/></table-row>";
    assertThat(Met.in(open("spreadsheet", sheet(tall), "<m/>")).skipped).hasSize(1);
    assertThat(Met.in(open("spreadsheet", sheet("<table-row>"), "<m/>")).skipped).hasSize(1);
  }

  @Test
  void aPasswordIsNamed() throws Exception {
    String locked = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    for (String kind : new String[] {"spreadsheet", "text"}) {
      assertThat(Met.in(open(kind, "\u0001nothing", locked)).skipped)
          .singleElement()
          .satisfies(one -> assertThat(one.why().en()).contains("password"));
    }
  }

  @Test
  void anOdtIsReadAsText() throws Exception {
    Met met = Met.in(written("odfpy.odt"));
    assertThat(met.skipped).isEmpty();
    assertThat(met.of(FoundClass.MOBILE)).extracting(Met::value).containsExactly("13800138000");
    assertThat(met.of(FoundClass.NAME)).extracting(Met::value).contains("张伟");
    assertThat(met.of(FoundClass.PLATE)).extracting(Met::value).containsExactly("川A12345");
    assertThat(met.of(FoundClass.PLATE).get(0).place()).isInstanceOf(Place.OnPage.class);
  }

  @Test
  void aRarSaysWhatToDo() throws Exception {
    Path file = Files.writeString(folder.resolve("a.rar"), "Rar!\u001A\u0007\u0001\u0000");
    assertThat(Met.in(file).skipped)
        .singleElement()
        .satisfies(one -> assertThat(one.why().en()).contains("7-Zip"));
  }
}
