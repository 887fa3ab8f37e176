package io.tidemark.disclose;

import io.tidemark.disclose.honey.HoneyCustomer;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of one copy, streaming; can be read once.
 *
 * @param columns the fields in the order of the list
 * @param rows the rows in the order of the file
 */
public record Prepared(List<FieldClass> columns, Stream<Row> rows) {
  /**
   * One row of the copy.
   *
   * @param cells a text for each column
   * @param leaf its leaf under the root over all rows, by {@link RowsRoot#leaf}
   * @param invented the honey customer behind it; nothing for a real person
   */
  public record Row(List<PersonalText> cells, Digest leaf, Optional<HoneyCustomer> invented) {}
}
