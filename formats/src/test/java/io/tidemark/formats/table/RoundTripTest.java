package io.tidemark.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.text.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final List<String> HEADING = List.of("姓名", "手机号", "地址");

  @Property(tries = 250)
  void whatIsWrittenAsCsvIsReadAgainInEveryEncodingAndDelimiter(
      @ForAll TextEncoding encoding,
      @ForAll("delimiters") char delimiter,
      @ForAll("rows") List<List<String>> rows)
      throws IOException, Unreadable {
    Path file = Files.createTempFile("round", ".csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      write(new CsvTableWriter(out, encoding, delimiter), rows);
    }
    try (Table table = Tables.table(file)) {
      assertThat(table.encoding()).contains(encoding);
      assertThat(table.headed()).isTrue();
      assertThat(Rows.of(table).good()).isEqualTo(rows);
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 200)
  void whatIsWrittenAsXlsxIsReadAgain(@ForAll("rows") List<List<String>> rows)
      throws IOException, Unreadable {
    Path file = Files.createTempFile("round", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      write(TableWriter.named(file, out), rows);
    }
    try {
      assertThat(Rows.of(file).good()).isEqualTo(rows);
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 1000)
  void theGuardTakesOffExactlyWhatItPutOn(@ForAll("cells") String cell) {
    assertThat(FormulaGuard.bare(FormulaGuard.guarded(cell))).isEqualTo(cell);
  }

  @Test
  void formulasAreGuardedAndNumbersAreLeftAlone() throws IOException {
    assertThat(written(List.of("=1+1", "@SUM(A1)", "-12.5", "+8613812345678", "+86 138", "'=1")))
        .isEqualTo("\uFEFF'=1+1,'@SUM(A1),-12.5,+8613812345678,'+86 138,''=1\r\n");
  }

  @Test
  void anotherReaderSeesTypedTextsInTheWorkbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.named(Path.of("A.XLSX"), out)) {
      writer.write(List.of("=1+1", "510117197709308825"));
    }
    try (InputStream in = new java.io.ByteArrayInputStream(out.toByteArray());
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      var row = book.getFirstSheet().read().get(0);
      assertThat(row.getCell(0).getType()).isEqualTo(org.dhatim.fastexcel.reader.CellType.STRING);
      assertThat(row.getCellText(0)).isEqualTo("=1+1");
      assertThat(row.getCellText(1)).isEqualTo("510117197709308825");
    }
  }

  @Test
  void theCallersStreamStaysOpen() throws IOException {
    for (String name : List.of("a.csv", "a.xlsx")) {
      boolean[] closed = new boolean[1];
      OutputStream out =
          new ByteArrayOutputStream() {
            @Override
            public void close() {
              closed[0] = true;
            }
          };
      try (TableWriter writer = TableWriter.named(Path.of(name), out)) {
        writer.write(HEADING);
      }
      assertThat(closed[0]).as(name).isFalse();
    }
  }

  @Test
  void rejectsAreListedInBothLanguages() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RejectsWriter writer = new RejectsWriter(out)) {
      writer.write(Reject.cutShort(7, 16, 3));
      writer.write(Reject.lineTooLong(9, 1024));
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\uFEFF行 line,列 column,原因,reason\r\n"
                + "7,4,应有 16 格，只有 3 格,\"expected 16 cells, found only 3\"\r\n"
                + "9,,此行超过 1024 字节,the line is longer than 1024 bytes\r\n");
  }

  private static String written(List<String> row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.named(Path.of("a.csv"), out)) {
      writer.write(row);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void write(TableWriter writer, List<List<String>> rows) throws IOException {
    try (writer) {
      writer.write(HEADING);
      for (List<String> row : rows) {
        writer.write(row);
      }
    }
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', '\t', ';', '|', '，');
  }

  /** Rows that begin with a name, so that none is blank. */
  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<List<String>> row =
        cells()
            .list()
            .ofSize(2)
            .map(
                rest -> {
                  List<String> cells = new ArrayList<>(List.of("欧阳锋"));
                  cells.addAll(rest);
                  return List.copyOf(cells);
                });
    return row.list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> cells() {
    Arbitrary<String> nasty =
        Arbitraries.strings()
            .withChars(" \t\r\n\",;|，'=+-@＝0123456789Aa川A李四_x000D_<&>]")
            .ofMaxLength(12);
    Arbitrary<String> usual =
        Arbitraries.of("", "13812345678", "川A12345", "成都市武侯区1号，2单元", "他说\"好\"", "𠮷野家");
    return Arbitraries.oneOf(nasty, usual);
  }
}
