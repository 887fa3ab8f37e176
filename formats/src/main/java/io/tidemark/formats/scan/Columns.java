package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.formats.grading.GradedTable;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The columns of one table, each with what finds in it.
 *
 * @param graded what they hold
 * @param finders one for each column
 */
record Columns(GradedTable graded, List<ColumnFinder> finders) {
  /** Told by headings and some rows together. */
  static Columns of(List<Heading> headings, List<Row> sample, Ground ground) {
    GradedTable graded =
        GradedTable.of(headings, sample, ground.headings(), ground.policy(), ground.today());
    List<ColumnFinder> finders = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      int column = i;
      finders.add(
          ColumnFinder.of(
              graded.columns().get(i).recognised(),
              sample.stream().map(row -> row.cells().get(column)).toList(),
              ground.labels(),
              ground.finder()));
    }
    return new Columns(graded, finders);
  }

  /**
   * Tells of what stands in a row, as one person's.
   *
   * @param place where a finding of a column, counted from 0, stands
   */
  void tell(Telling telling, String path, Row row, BiFunction<Integer, Finding, Place> place)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    int[] columns = new int[finders.size() + 8];
    for (int i = 0; i < finders.size(); i++) {
      int before = findings.size();
      finders.get(i).find(row.cells().get(i), findings::add);
      if (findings.size() > columns.length) {
        columns = Arrays.copyOf(columns, 2 * findings.size());
      }
      Arrays.fill(columns, before, findings.size(), i);
    }
    int[] of = columns;
    telling.together(path, findings, at -> place.apply(of[at], findings.get(at)));
  }
}
