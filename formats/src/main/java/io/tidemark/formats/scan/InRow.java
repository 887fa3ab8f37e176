package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.formats.table.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What stands in a row, each finding with its column. Not thread-safe. */
final class InRow implements Consumer<Finding> {
  private final Row row;
  private final List<Finding> findings = new ArrayList<>();
  private int[] columns = new int[24];
  private int column;

  InRow(Row row) {
    this.row = row;
  }

  /** What is found from here on stands in this column, counted from 0. */
  void goTo(int next) {
    column = next;
  }

  @Override
  public void accept(Finding finding) {
    if (findings.size() == columns.length) {
      columns = Arrays.copyOf(columns, 2 * columns.length);
    }
    columns[findings.size()] = column;
    findings.add(finding);
  }

  /** The number of the row. */
  long line() {
    return row.line();
  }

  List<Finding> findings() {
    return findings;
  }

  /** The column of a finding. */
  int column(int index) {
    return columns[index];
  }
}
