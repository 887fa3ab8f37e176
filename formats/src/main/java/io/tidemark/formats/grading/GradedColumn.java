package io.tidemark.formats.grading;

import io.tidemark.authorise.Policy.FieldRule;
import io.tidemark.classify.RecognisedColumn;
import io.tidemark.formats.table.Heading;
import io.tidemark.terms.Grade;
import io.tidemark.terms.Kind;

/**
 * One column of a file with its class and grade.
 *
 * @param number counted from 1
 * @param heading as the file has it
 * @param recognised what it holds
 * @param rule its grade alone, and where that comes from
 * @param together its grade beside the other columns
 */
public record GradedColumn(
    int number, Heading heading, RecognisedColumn recognised, FieldRule rule, Grade together) {
  /** The heading to show; the column's number where it has none. */
  public String name() {
    String shown = heading.shown();
    return shown.isEmpty() ? "#" + number : shown;
  }

  /**
   * Whether a deposit keeps it as what it was recognised: a deposit goes by headings, so a column
   * whose content alone tells what it is is left out, and one under a wrong heading is kept as
   * that.
   */
  boolean keptAsRecognised() {
    return heading.field().equals(recognised.kind().flatMap(Kind::field));
  }
}
