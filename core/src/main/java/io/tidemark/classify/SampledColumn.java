package io.tidemark.classify;

import io.tidemark.terms.PersonalText;
import java.util.List;

/**
 * Up to 200 values of one column of a table.
 *
 * @param heading its heading, empty when the table has none
 * @param values in the order of the rows, empty where the cell is; the columns of one table hold
 *     the same rows in the same order
 */
public record SampledColumn(String heading, List<PersonalText> values) {
  /** Copies the list. */
  public SampledColumn {
    values = List.copyOf(values);
  }
}
