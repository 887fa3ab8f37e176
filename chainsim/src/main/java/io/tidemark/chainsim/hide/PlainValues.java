package io.tidemark.chainsim.hide;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.find.FoundClass;

/** Invented numbers as they are, for texts of other kinds. Stateless. */
public final class PlainValues {
  private PlainValues() {}

  /** One of a class; names and addresses are none. */
  public static String of(FoundClass found, Draw draw) {
    return Values.of(found, draw);
  }
}
