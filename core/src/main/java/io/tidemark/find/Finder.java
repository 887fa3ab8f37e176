package io.tidemark.find;

import java.util.function.Consumer;

/** Finds personal information of some classes in a text. Implementations are thread-safe. */
public interface Finder {
  /**
   * Tells of each finding, by no particular order. Never throws on any text; time is linear in its
   * length.
   *
   * @param text the original, a line or a message or a document of up to some MB
   * @param found is told of each finding
   */
  void find(CharSequence text, Consumer<Finding> found);
}
