package io.tidemark.chainsim.hide;

import java.util.List;

/**
 * A text and all that stands in it.
 *
 * @param text a line or some
 * @param hidden empty where the text has numbers that are nobody's
 */
public record HiddenText(String text, List<Hidden> hidden) {
  /** Copies the list. */
  public HiddenText {
    hidden = List.copyOf(hidden);
  }
}
