package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the head and the end of an address apart: to the letter first, cleaned where no letter form
 * fits.
 */
final class Ends {
  static final FieldClass FIELD = FieldClass.ADDRESS;

  private Ends() {}

  /** Head first, where there is one; what stands between has at least two characters. */
  static List<Shown> read(List<Slot> slots, List<String> fixed, String exact, String bare) {
    List<Shown> shown = new ArrayList<>(2);
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (slot.start() == 0) {
        shown.add(atHead(slot.spellings(), fixed.get(1).substring(0, 2), exact, bare));
      } else {
        String middle = fixed.get(i);
        shown.add(atEnd(slot.spellings(), middle.substring(middle.length() - 1), exact, bare));
      }
    }
    return List.copyOf(shown);
  }

  private static Shown atHead(List<String> spellings, String next, String exact, String cleaned) {
    Shown toTheLetter = those(spellings, s -> exact.startsWith(s + next));
    return toTheLetter.mask() != 0
        ? toTheLetter
        : those(spellings, s -> cleaned.startsWith(Cleaned.of(s + next)));
  }

  private static Shown atEnd(
      List<String> spellings, String previous, String exact, String cleaned) {
    Shown toTheLetter = those(spellings, s -> exact.endsWith(previous + s));
    return toTheLetter.mask() != 0
        ? toTheLetter
        : those(spellings, s -> cleaned.endsWith(Cleaned.of(previous + s)));
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
