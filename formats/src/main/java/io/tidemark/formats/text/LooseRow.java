package io.tidemark.formats.text;

import io.tidemark.terms.PersonalText;
import java.util.List;

/**
 * What one or several messages say about one person.
 *
 * @param line where it begins, counted from 1
 * @param pieces what was found: at most one number of each kind, its own before what it shares with
 *     a neighbour
 * @param whole the messages as they were written, one a line, without the headers of an export
 */
public record LooseRow(long line, List<Piece> pieces, PersonalText whole) {
  /** Copies the pieces. */
  public LooseRow {
    pieces = List.copyOf(pieces);
  }
}
