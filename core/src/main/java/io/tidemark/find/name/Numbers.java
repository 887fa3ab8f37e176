package io.tidemark.find.name;

import io.tidemark.classify.Plate;
import io.tidemark.find.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Where numbers of people seem to stand, for whoever has no findings of numbers: seven digits or
 * more, and what looks like a plate.
 */
final class Numbers {
  private static final int FEWEST_DIGITS = 7;

  private Numbers() {}

  static List<Span> in(CharSequence text) {
    List<Span> numbers = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      int end = i;
      if (digit(c)) {
        end = digits(text, i);
      } else if (Plate.PROVINCES.indexOf(c) >= 0) {
        end = plate(text, i);
      }
      if (end > i + 1) {
        numbers.add(new Span(i, end));
      }
      i = Math.max(end, i + 1);
    }
    return numbers;
  }

  private static int digits(CharSequence text, int from) {
    int digits = 0;
    int end = from;
    int last = from;
    while (end < text.length()
        && (digit(text.charAt(end)) || "- *xX".indexOf(text.charAt(end)) >= 0)) {
      if (digit(text.charAt(end)) || text.charAt(end) == '*') {
        digits++;
        last = end + 1;
      } else if (end > last) {
        break;
      }
      end++;
    }
    return digits >= FEWEST_DIGITS ? last : from + 1;
  }

  private static int plate(CharSequence text, int from) {
    int end = from + 1;
    int signs = 0;
    while (end < text.length()
        && signs < 7
        && (sign(text.charAt(end)) || text.charAt(end) == '·')) {
      signs += text.charAt(end++) == '·' ? 0 : 1;
    }
    return signs >= 6 && !digit(text.charAt(from + 1)) ? end : from;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9' || c >= '０' && c <= '９';
  }

  private static boolean sign(char c) {
    return digit(c) || c >= 'A' && c <= 'Z' || c == '*';
  }
}
