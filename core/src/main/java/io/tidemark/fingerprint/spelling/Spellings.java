package io.tidemark.fingerprint.spelling;

import java.util.List;
import java.util.function.Predicate;

/**
 * Compares a leaked text with the spellings of one carrier: to the letter first, cleaned where no
 * letter form fits.
 */
final class Spellings {
  private Spellings() {}

  /** Which spellings, followed by {@code next}, the text begins with. */
  static Shown atHead(List<String> spellings, String next, String exact, String cleaned) {
    Shown toTheLetter = those(spellings, s -> exact.startsWith(s + next));
    return toTheLetter.mask() != 0
        ? toTheLetter
        : those(spellings, s -> cleaned.startsWith(Cleaned.of(s + next)));
  }

  /** Which spellings, preceded by {@code previous}, the text ends with. */
  static Shown atEnd(List<String> spellings, String previous, String exact, String cleaned) {
    Shown toTheLetter = those(spellings, s -> exact.endsWith(previous + s));
    return toTheLetter.mask() != 0
        ? toTheLetter
        : those(spellings, s -> cleaned.endsWith(Cleaned.of(previous + s)));
  }

  /**
   * Which spellings the text is. One without spaces and punctuation may have lost them: then it is
   * any spelling that looks alike without.
   */
  static Shown whole(List<String> spellings, String exact, String cleaned) {
    boolean maybeCleaned = exact.equalsIgnoreCase(cleaned);
    Shown toTheLetter = those(spellings, exact::equals);
    return toTheLetter.mask() != 0 && !maybeCleaned
        ? toTheLetter
        : those(spellings, s -> cleaned.equals(Cleaned.of(s)));
  }

  private static Shown those(List<String> spellings, Predicate<String> fits) {
    int mask = 0;
    for (int s = 0; s < spellings.size(); s++) {
      if (fits.test(spellings.get(s))) {
        mask |= 1 << s;
      }
    }
    return new Shown(mask);
  }
}
