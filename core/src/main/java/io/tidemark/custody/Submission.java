package io.tidemark.custody;

import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.Iterator;
import java.util.Map;

/**
 * A portfolio on its way into custody, streaming.
 *
 * @param source what people call it, such as a file's name; goes into the ledger
 * @param digest SHA-256 of the file
 * @param rows the rows; read once, in order
 */
public record Submission(String source, Digest digest, Iterator<Row> rows) {
  /**
   * One row as it was read.
   *
   * @param line where it stands in the file
   * @param cells the text of each field that the file has
   */
  public record Row(long line, Map<FieldClass, PersonalText> cells) {}
}
