package io.tidemark.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.Column;
import io.tidemark.chainsim.leak.Layout;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.formats.grading.GradedColumn;
import io.tidemark.formats.grading.GradedTable;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.grading.TableSample;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Limits;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.table.Tables;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many columns of the sample portfolio are recognised, as it is and as people write it. The
 * figures stand in docs/grading.md; what is wrong is listed by the test that fails.
 */
final class GradingAccuracyTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("project.root", "..")).resolve("samples/portfolio.csv");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir private Path folder = Path.of(".");

  /** One column: what it is, what it was taken for. */
  private record Finding(FieldClass truth, GradedColumn column) {
    boolean right() {
      return column.recognised().kind().equals(Optional.of(Kind.of(truth)));
    }

    boolean sure() {
      return column.recognised().sure();
    }

    @Override
    public String toString() {
      return truth.zh()
          + " as "
          + column.recognised().kind().map(Kind::zh).orElse("nothing")
          + (sure() ? " (sure)" : " (unsure)");
    }
  }

  private static LeakedTable sample() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    try (Table table = Tables.table(SAMPLE)) {
      for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
        if (line.get() instanceof Row row) {
          rows.add(row.cells());
        }
      }
      assertThat(rows).hasSizeGreaterThan(1900);
      return new LeakedTable(table.headings().stream().map(Heading::text).toList(), rows);
    }
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  private static FieldClass truth(String heading) {
    return FieldClass.named(heading).orElseThrow();
  }

  private List<Finding> findings(LeakedTable table, List<FieldClass> truths) throws Exception {
    List<String> lines = new ArrayList<>();
    if (!table.headings().isEmpty()) {
      lines.add(line(table.headings()));
    }
    table.rows().forEach(row -> lines.add(line(row)));
    Path file = Files.write(folder.resolve("t" + System.nanoTime() + ".csv"), lines);
    KnownHeadings known = KnownHeadings.of(List.of(), Optional.empty());
    try (Table read = new Tables(known.headings(), Limits.USUAL).readTable(file)) {
      GradedTable graded =
          GradedTable.of(
              read.headings(), TableSample.first(read).rows(), known, PolicyFile.builtIn(), TODAY);
      assertThat(graded.columns()).hasSameSizeAs(truths);
      return IntStream.range(0, truths.size())
          .mapToObj(i -> new Finding(truths.get(i), graded.columns().get(i)))
          .toList();
    }
  }

  private List<Finding> renamed(Function<FieldClass, String> heading) throws Exception {
    LeakedTable sample = sample();
    List<FieldClass> truths = sample.headings().stream().map(GradingAccuracyTest::truth).toList();
    List<String> headings = truths.stream().map(heading).toList();
    return findings(new LeakedTable(headings, sample.rows()), truths);
  }

  private static Column column(FieldClass field) {
    return Arrays.stream(Column.values())
        .filter(c -> c.headings().contains(field.zh()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Finding> wrong(List<Finding> findings) {
    return findings.stream().filter(finding -> !finding.right()).toList();
  }

  @Test
  void everyColumnIsRecognisedUnderItsOwnHeading() throws Exception {
    List<Finding> found = renamed(FieldClass::zh);
    assertThat(wrong(found)).isEmpty();
    assertThat(found).allMatch(Finding::sure);
  }

  @Test
  void everyColumnIsRecognisedUnderEveryHeadingThatPeopleGiveIt() throws Exception {
    int most = Arrays.stream(Column.values()).mapToInt(c -> c.headings().size()).max().orElse(0);
    for (int n = 0; n < most; n++) {
      int which = n;
      List<Finding> found =
          renamed(field -> column(field).headings().get(which % column(field).headings().size()));
      assertThat(wrong(found).stream().map(Finding::truth).collect(Collectors.toSet()))
          .as("headings number %s: %s", which, wrong(found))
          .isEmpty();
    }
  }

  @Test
  void everyColumnIsRecognisedUnderPinyin() throws Exception {
    assertThat(wrong(renamed(field -> column(field).pinyin()))).isEmpty();
  }

  @Test
  void everyColumnIsRecognisedUnderEnglishNames() throws Exception {
    assertThat(wrong(renamed(FieldClass::en))).isEmpty();
    assertThat(
            wrong(
                renamed(field -> field.en().toUpperCase(java.util.Locale.ROOT).replace(' ', '_'))))
        .isEmpty();
  }

  @Test
  void titlesGroupsAndIndexColumnsDoNotDisturb() throws Exception {
    LeakedTable sample = sample();
    List<FieldClass> truths = sample.headings().stream().map(GradingAccuracyTest::truth).toList();
    assertThat(wrong(findings(Layout.TitleAbove.usual().on(sample), truths))).isEmpty();
    assertThat(wrong(findings(new Layout.TwoRowHeadings().on(sample), truths))).isEmpty();
  }

  @Test
  void theSampleWithoutHeadings() throws Exception {
    LeakedTable sample = sample();
    nameless(sample, 200, 17, 13);
    nameless(sample, 20, 17, 12);
  }

  @Test
  void portfoliosThatNobodyTriedWithoutHeadings() throws Exception {
    for (long seed = 11; seed <= 14; seed++) {
      PortfolioGenerator portfolio = new PortfolioGenerator(seed, 600, Untidiness.asExported());
      nameless(new LeakedTable(PortfolioGenerator.COLUMNS, portfolio.rows().toList()), 200, 17, 13);
    }
  }

  /** Nothing that is sure is wrong; of the columns so many are right, and so many sure. */
  private void nameless(LeakedTable table, int rows, double right, double sure) throws Exception {
    List<FieldClass> truths = table.headings().stream().map(GradingAccuracyTest::truth).toList();
    List<Finding> found = new ArrayList<>();
    int parts = Math.min(10, table.rows().size() / rows);
    for (int part = 0; part < parts; part++) {
      List<List<String>> some = table.rows().subList(part * rows, (part + 1) * rows);
      found.addAll(findings(new LeakedTable(List.of(), some), truths));
    }
    String figures =
        "%d rows: %d right and %d sure of %d; wrong: %s"
            .formatted(
                rows,
                found.stream().filter(Finding::right).count(),
                found.stream().filter(Finding::sure).count(),
                found.size(),
                wrong(found));
    assertThat(wrong(found)).as(figures).noneMatch(Finding::sure);
    assertThat(found.stream().filter(Finding::right).count() / (double) parts)
        .as(figures)
        .isGreaterThanOrEqualTo(right);
    assertThat(found.stream().filter(Finding::sure).count() / (double) parts)
        .as(figures)
        .isGreaterThanOrEqualTo(sure);
  }
}
