package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.formats.grading.GradedTable;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of one table, each with what finds in it. Immutable.
 *
 * @param graded what they hold
 * @param names what the table calls them, as it may be shown
 * @param finders one for each column
 * @param roles whose each of them is
 * @param ground what the scan goes by
 */
record Columns(
    GradedTable graded,
    List<String> names,
    List<ColumnFinder> finders,
    Roles roles,
    Ground ground) {
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
              ground.labels()));
    }
    return new Columns(
        graded,
        headings.stream().map(Heading::shown).toList(),
        finders,
        Roles.of(graded.columns()),
        ground);
  }

  /**
   * What stands in each of some rows. The cells that no column answers for are searched together:
   * those of a column that is known for numbers that are out of place, the others for everything.
   */
  List<InRow> in(List<Row> rows) {
    List<InRow> all = new ArrayList<>(rows.size());
    Searched numbers = new Searched();
    Searched everything = new Searched();
    for (Row row : rows) {
      InRow found = new InRow(row);
      all.add(found);
      for (int i = 0; i < finders.size(); i++) {
        String cell = row.cells().get(i);
        found.goTo(i);
        if (!finders.get(i).tells(cell, found)) {
          (finders.get(i).anything() ? everything : numbers).add(found, i, cell);
        }
      }
      numbers.endRow();
      everything.endRow();
    }
    numbers.each(ground.finders().numbers(), this::tell);
    everything.each(ground.finders().everything(), this::tell);
    return all;
  }

  private void tell(Searched.Cell cell, List<Finding> findings) {
    cell.row().goTo(cell.column());
    finders.get(cell.column()).searched(cell.text(), findings, cell.row());
  }
}
