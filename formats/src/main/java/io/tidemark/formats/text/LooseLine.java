package io.tidemark.formats.text;

import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.List;

/**
 * One line of loose text and what was found in it.
 *
 * @param line counted from 1
 * @param pieces in the order of the text
 * @param whole the line as it was written, to search for addresses and models
 * @param cutShort whether the line was longer than what is read of it
 */
public record LooseLine(long line, List<Piece> pieces, PersonalText whole, boolean cutShort) {
  /** One text and what is found in it, wherever it stood. */
  public static LooseLine of(PersonalText text) {
    return new LooseLine(1, PieceFinder.find(text.reveal(Reveal.TRACE)), text, false);
  }

  /** Copies the pieces. */
  public LooseLine {
    pieces = List.copyOf(pieces);
  }
}
