package io.tidemark.bench.scan;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Stage;
import io.tidemark.find.Finding;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.pile.PileLimits;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.scan.Account;
import io.tidemark.formats.scan.Finders;
import io.tidemark.formats.scan.Ground;
import io.tidemark.formats.scan.Scan;
import io.tidemark.formats.scan.Sighting;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/**
 * How fast a workbook of 50,000 rows and sixteen columns is searched, beside Tika, which gives its
 * text and searches nothing; and whether every cell that a spreadsheet destroyed is said to be.
 */
final class WorkbookSpeed {
  private static final double BAR = 0.5;
  private static final int ROWS = 50_000;
  private static final int TIMES = 5;
  private static final int WARM = 4;
  private static final int MOST_WARM = 25;

  /** The compiler is done when it works no longer than this, in milliseconds, in one run. */
  private static final long COMPILED = 100;

  private final Stage stage;

  WorkbookSpeed(Stage stage) {
    this.stage = stage;
  }

  /** Something that takes a time. */
  private interface Step {
    void run() throws IOException;
  }

  /** Counts what was found. */
  private static final class Count implements Account {
    private long findings;
    private long damaged;

    @Override
    public void sighted(Sighting sighting) {
      findings++;
      damaged += sighting.finding().form() == Finding.Form.DAMAGED ? 1 : 0;
    }

    @Override
    public void skipped(Skipped skipped) throws IOException {
      throw new IOException(skipped.path() + ": " + skipped.why().en());
    }
  }

  List<Line> lines() throws IOException {
    stage.say("测量 XLSX 的扫描…", "measuring the scan of a workbook …");
    int rows = stage.size(ROWS, ROWS / 10);
    Path file = Files.createTempFile("workbook", ".xlsx");
    try {
      long destroyed = new Customers(stage.seed()).write(file, rows);
      Count[] last = {new Count()};
      double ours = median(() -> last[0] = scan(file)) * ROWS / rows;
      double tika = median(() -> tika(file)) * ROWS / rows;
      long missed = destroyed - last[0].damaged;
      return List.of(
          new Line(
              new Words("XLSX 50,000 行 × 16 列，秒", "XLSX, 50,000 rows of 16 columns, seconds"),
              new Words(seconds("Tika（只取文字）", tika), seconds("Tika (its text alone)", tika)),
              Line.same(String.format(Locale.ROOT, "%.2f (%,d)", ours, last[0].findings)),
              Line.same("0.5"),
              Bar.clock(BAR).judge(ours)),
          new Line(
              new Words("其中未报告的损坏单元格", "destroyed cells in it that are not reported"),
              new Words("Tika 不报告", "Tika reports none"),
              Line.same(missed + " / " + destroyed),
              Line.same("0"),
              missed == 0 ? Outcome.MET : Outcome.FAR));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String seconds(String who, double seconds) {
    return String.format(Locale.ROOT, "%s %.2f", who, seconds);
  }

  private static Count scan(Path file) throws IOException {
    Count count = new Count();
    Ground ground =
        new Ground(
            Finders.usual(),
            PolicyFile.builtIn(),
            KnownHeadings.of(List.of(), Optional.empty()),
            LocalDate.now());
    try (Pile pile = Pile.of(List.of(file), PileLimits.USUAL);
        DocumentReader documents =
            new DocumentReader(DocumentReader.USUAL_MEMORY, DocumentReader.USUAL_TIME)) {
      new Scan(ground, Optional.empty(), documents, count).read(pile);
    }
    return count;
  }

  private static void tika(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      new OOXMLParser().parse(in, new BodyContentHandler(-1), new Metadata(), new ParseContext());
    } catch (SAXException | TikaException e) {
      throw new IOException(e);
    }
  }

  /** Seconds, once the compiler is done with it. */
  private double median(Step step) throws IOException {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long compiled = Long.MAX_VALUE;
    for (int i = 0; i < stage.size(WARM, 1) || (compiled > COMPILED && i < MOST_WARM); i++) {
      long before = compiler.getTotalCompilationTime();
      step.run();
      compiled = compiler.getTotalCompilationTime() - before;
    }
    double[] seconds = new double[stage.size(TIMES, 3)];
    for (int i = 0; i < seconds.length; i++) {
      long begun = System.nanoTime();
      step.run();
      seconds[i] = (System.nanoTime() - begun) / 1e9;
    }
    Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }
}
