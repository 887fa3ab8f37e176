package io.tidemark.formats.pile;

import java.util.function.Function;

/** What lies in a pile: a file to read, or one that is left aside. */
public sealed interface Lying permits Item, Skipped {
  /** Where it lies: {@code folder/a.zip!/b/c.txt}; {@code -} for standard input. */
  String path();

  /** Exactly one of the two is called. */
  <T> T either(Function<Item, T> item, Function<Skipped, T> skipped);
}
