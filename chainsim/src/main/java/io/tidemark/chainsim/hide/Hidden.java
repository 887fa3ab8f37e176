package io.tidemark.chainsim.hide;

import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;

/**
 * What stands in a text.
 *
 * @param found what it is
 * @param value in canonical form; stars where the text hides a sign
 * @param span where it stands, with what was put between its signs
 * @param trick how it was hidden
 */
public record Hidden(FoundClass found, String value, Span span, Trick trick) {
  @Override
  public String toString() {
    return found.id() + " hidden by " + trick;
  }
}
