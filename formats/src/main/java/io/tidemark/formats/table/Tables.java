package io.tidemark.formats.table;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.text.ChatHeaders;
import io.tidemark.formats.text.EncodingDetector;
import io.tidemark.formats.text.PhysicalLine;
import io.tidemark.formats.text.PhysicalLines;
import io.tidemark.formats.text.TextEncoding;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Opens files as tables, whatever their encoding, delimiter and format, which are told by content
 * and not by name. Immutable, thread-safe.
 */
public final class Tables {
  private static final int SAMPLE_LINES = 100;
  private static final int SAMPLE_LINE_BYTES = 1 << 16;

  private static final Words UNREADABLE = new Words("无法读取文件", "the file cannot be read");

  private final Headings headings;
  private final Limits limits;

  /** Reads with these headings and limits. */
  public Tables(Headings headings, Limits limits) {
    this.headings = headings;
    this.limits = limits;
  }

  /** Opens with the usual headings and limits. */
  public static Material open(Path file) throws Unreadable {
    return new Tables(Headings.usual(), Limits.USUAL).read(file);
  }

  /** Opens a file that must be a table, with the usual headings and limits. */
  public static Table table(Path file) throws Unreadable {
    return new Tables(Headings.usual(), Limits.USUAL).readTable(file);
  }

  /**
   * Opens a file as what it is.
   *
   * @throws Unreadable when it is missing, empty, a folder, or nothing that has rows or lines
   */
  public Material read(Path file) throws Unreadable {
    try {
      return switch (Content.of(file)) {
        case ZIP -> workbook(file);
        case TEXT -> text(file);
      };
    } catch (IOException e) {
      throw Unreadable.file(file, UNREADABLE);
    }
  }

  /**
   * Opens a file that must be a table; loose text is refused. Of a workbook it is the first sheet
   * that has a known heading.
   */
  public Table readTable(Path file) throws Unreadable {
    if (read(file) instanceof Table first) {
      Optional<Table> headed = headed(first);
      if (headed.isPresent()) {
        return headed.get();
      }
      close(file, first);
    }
    if (read(file) instanceof Table table) {
      return table;
    }
    throw Unreadable.file(
        file, new Words("没有可识别的表头，各行格数也不一致", "no known heading, and lines of differing cells"));
  }

  /**
   * Opens rows that somebody else read, such as those of an old workbook.
   *
   * @param file where they stood
   * @param sheet what people call the sheet; may be empty
   * @throws Unreadable when there are none
   */
  public Table rows(Path file, String sheet, List<Row> rows) throws Unreadable {
    GivenRows source = new GivenRows(rows);
    try {
      return opened(
          file,
          source,
          0,
          beginning ->
              new Table(
                  TableFormat.XLSX,
                  Optional.empty(),
                  beginning,
                  List.of(),
                  sheet,
                  source,
                  Optional::empty));
    } catch (IOException e) {
      throw Unreadable.file(file, UNREADABLE);
    }
  }

  /** A list of calls begins its lines as a chat does, but has headings above them. */
  private boolean headed(List<String> sample, Delimiter delimiter) {
    Cells cutter = new Cells(delimiter.character());
    return headings.known(cutter.of(sample.get(0)).orElse(List.of())) >= 2;
  }

  private static RowSource upright(CsvRows lines) throws IOException, Unreadable {
    try (lines) {
      return new Sideways(lines, SAMPLE_LINES);
    }
  }

  /** Most lines begin with a heading: the fields of a person stand below each other. */
  private boolean fieldsDownwards(List<String> sample, Delimiter delimiter) {
    Cells cutter = new Cells(delimiter.character());
    List<FieldClass> fields =
        sample.stream()
            .map(line -> cutter.of(line).orElse(List.of("")).get(0))
            .flatMap(cell -> headings.field(cell).stream())
            .toList();
    return Set.copyOf(fields).size() >= 3 && 2 * fields.size() > sample.size();
  }

  private static Optional<Table> headed(Table first) throws Unreadable {
    Optional<Table> sheet = Optional.of(first);
    while (sheet.isPresent() && !sheet.get().headed()) {
      sheet = sheet.get().nextSheet();
    }
    return sheet;
  }

  private static void close(Path file, Table table) throws Unreadable {
    try {
      table.close();
    } catch (IOException e) {
      throw Unreadable.file(file, UNREADABLE);
    }
  }

  private Material text(Path file) throws IOException, Unreadable {
    TextEncoding encoding = EncodingDetector.detect(file);
    Content.refuseBinary(file, encoding);
    List<String> sample = sample(file, encoding);
    Optional<Delimiter> delimiter =
        (sample.isEmpty() ? Optional.<Delimiter>empty() : new DelimiterGuess(headings).of(sample))
            .filter(guess -> headed(sample, guess) || !ChatHeaders.in(sample).any());
    boolean onItsSide = delimiter.isPresent() && fieldsDownwards(sample, delimiter.get());
    if (delimiter.isEmpty() || (onItsSide && (limits.raw() || delimiter.get().cells() == 2))) {
      return new Material.Loose(file, encoding);
    }
    CsvRows lines = new CsvRows(file, encoding, delimiter.get(), limits);
    RowSource rows = onItsSide ? upright(lines) : lines;
    return opened(
        file,
        rows,
        onItsSide ? 0 : delimiter.get().cells(),
        beginning ->
            new Table(
                TableFormat.CSV,
                Optional.of(encoding),
                beginning,
                List.of(),
                "",
                rows,
                Optional::empty));
  }

  private Table workbook(Path file) throws IOException, Unreadable {
    return sheet(file, SheetSource.open(file, limits));
  }

  private Table sheet(Path file, SheetSource workbook) throws IOException, Unreadable {
    return opened(
        file,
        workbook,
        0,
        beginning ->
            new Table(
                workbook.format(),
                Optional.empty(),
                beginning,
                workbook.notes(),
                workbook.sheetName(),
                workbook,
                () -> nextSheet(file, workbook)));
  }

  private Optional<Table> nextSheet(Path file, SheetSource workbook) throws Unreadable {
    try {
      return workbook.nextSheet() ? Optional.of(sheet(file, workbook)) : Optional.empty();
    } catch (IOException e) {
      throw Unreadable.file(file, UNREADABLE);
    }
  }

  private Table opened(Path file, RowSource rows, int cells, Function<Beginning, Table> table)
      throws IOException, Unreadable {
    boolean open = false;
    try {
      Beginning beginning = Beginning.read(rows, headings, cells);
      if (beginning.empty()) {
        throw nothing(file, beginning.firstReject());
      }
      open = true;
      return table.apply(beginning);
    } finally {
      if (!open) {
        rows.close();
      }
    }
  }

  private static Unreadable nothing(Path file, Optional<Reject> reject) {
    return reject
        .map(r -> new Unreadable(file, r.line(), r.column(), r.reason()))
        .orElseGet(() -> Unreadable.file(file, new Words("没有任何内容", "there is nothing in it")));
  }

  /** The first lines that are neither blank nor broken; when the first is too long, none. */
  private List<String> sample(Path file, TextEncoding encoding) throws IOException, Unreadable {
    int bytes = Math.min(SAMPLE_LINE_BYTES, limits.lineBytes());
    List<String> sample = new ArrayList<>();
    boolean anything = false;
    try (PhysicalLines lines = PhysicalLines.open(file, encoding, bytes)) {
      PhysicalLine line = lines.next();
      while (line != null && sample.size() < SAMPLE_LINES) {
        anything |= !line.text().isBlank();
        if (!line.text().isBlank() && line.sound()) {
          sample.add(line.text());
        }
        line = line.number() < 10L * SAMPLE_LINES ? lines.next() : null;
      }
    }
    if (!anything && Files.size(file) < SAMPLE_LINE_BYTES) {
      throw Unreadable.file(file, new Words("没有任何内容", "there is nothing in it"));
    }
    return sample;
  }
}
