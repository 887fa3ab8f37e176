package io.tidemark.formats.grading;

import io.tidemark.authorise.GradedSet;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.Policy.Combination;
import io.tidemark.authorise.Policy.FieldRule;
import io.tidemark.classify.ColumnKinds;
import io.tidemark.classify.ColumnRecognition;
import io.tidemark.classify.How;
import io.tidemark.classify.NamedColumn;
import io.tidemark.classify.RecognisedColumn;
import io.tidemark.classify.SampledColumn;
import io.tidemark.formats.settings.Kinds;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Headings;
import io.tidemark.formats.table.Row;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every column of a file with its class and grade, and the grade of all of them together. It holds
 * no value.
 *
 * @param columns in their order
 * @param grade of all columns together, those that are not sure counted as free text besides
 * @param set the recognised ones together
 */
public record GradedTable(List<GradedColumn> columns, Grade grade, GradedSet set) {
  /** Copies the list. */
  public GradedTable {
    columns = List.copyOf(columns);
  }

  /** Grades a table by its headings and some of its rows. */
  public static GradedTable of(
      List<Heading> headings,
      List<Row> sample,
      KnownHeadings known,
      Policy policy,
      LocalDate today) {
    List<NamedColumn> named = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      int column = i;
      Heading heading = headings.get(i);
      SampledColumn values =
          new SampledColumn(heading.text(), sample.stream().map(row -> row.text(column)).toList());
      named.add(new NamedColumn(values, heading.kind(), known.correction(heading)));
    }
    List<RecognisedColumn> recognised =
        new ColumnKinds(ColumnRecognition.asOf(today), Kinds.usual().others()).recognise(named);
    return graded(headings, recognised, policy);
  }

  /**
   * What speaks against a class counts as well, and a column that is not sure counts as free text
   * besides: a wrong heading must not make a list light.
   */
  private static GradedTable graded(
      List<Heading> headings, List<RecognisedColumn> recognised, Policy policy) {
    Set<Kind> kinds = new HashSet<>();
    Grade grade = Grade.GENERAL;
    for (RecognisedColumn column : recognised) {
      column.kind().ifPresent(kinds::add);
      column.against().ifPresent(kinds::add);
      grade = column.sure() ? grade : grade.or(policy.freeText().grade());
    }
    GradedSet set = GradedSet.of(policy, kinds);
    List<GradedColumn> columns = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      columns.add(column(i + 1, headings.get(i), recognised.get(i), policy, set));
    }
    return new GradedTable(columns, grade.or(set.grade()), set);
  }

  private static GradedColumn column(
      int number, Heading heading, RecognisedColumn recognised, Policy policy, GradedSet set) {
    FieldRule rule = recognised.kind().map(policy::rule).orElseGet(policy::freeText);
    Grade together =
        recognised
            .kind()
            .flatMap(kind -> set.raising(kind, rule.grade()))
            .map(Combination::grade)
            .orElse(rule.grade());
    return new GradedColumn(number, heading, recognised, rule, together);
  }

  /** The columns that somebody should look at. */
  public List<GradedColumn> unsure() {
    return columns.stream().filter(column -> !column.recognised().sure()).toList();
  }

  /** The same, and those that a deposit does not keep as what they were recognised. */
  public List<GradedColumn> doubtfulInDeposit() {
    return columns.stream()
        .filter(column -> !column.recognised().sure() || !column.keptAsRecognised())
        .toList();
  }

  /** The columns that a person's correction told. */
  public List<GradedColumn> corrected() {
    return columns.stream().filter(c -> c.recognised().how() == How.CORRECTION).toList();
  }

  /** The column that a heading names, as headings are compared. */
  public Optional<GradedColumn> column(String heading) {
    String plain = Headings.plain(heading);
    return columns.stream()
        .filter(c -> !plain.isEmpty() && Headings.plain(c.heading().text()).equals(plain))
        .findFirst();
  }
}
