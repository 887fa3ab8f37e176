package io.tidemark.chainsim.leak;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The usual first step of every list broker: one width, no spaces, no punctuation. */
final class Cleaning {
  private static final Pattern NOISE = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\p{C}\\s]+");

  private Cleaning() {}

  /** Compatibility characters folded (Unicode NFKC): full-width digits become plain. */
  static String folded(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
  }

  /** Folded, and every space, punctuation mark, symbol and invisible character gone. */
  static String cleaned(String cell) {
    return NOISE.matcher(folded(cell)).replaceAll("");
  }
}
