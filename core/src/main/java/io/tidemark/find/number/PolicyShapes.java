package io.tidemark.find.number;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How an insurer's policy numbers look, learnt from a column of them: the letters or digits that
 * they begin with, and which of the other places hold digits and which letters. Immutable and
 * thread-safe.
 */
public interface PolicyShapes {
  /** Knows none: policy numbers are found beside their word only. */
  PolicyShapes NONE = number -> false;

  /** Whether a number in upper case, without gaps, looks like one of the insurer's. */
  boolean has(String number);

  /**
   * Learns from numbers of one column. A shape counts that at least one number in a hundred has and
   * no fewer than three; a number counts that begins, in its first four signs, like one of those
   * that taught the shape.
   */
  static PolicyShapes learnt(Iterable<String> samples) {
    Map<String, Set<String>> heads = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    int all = 0;
    for (String sample : samples) {
      String number = Shapes.plain(sample);
      if (number.length() >= Shapes.SHORTEST && number.length() <= Shapes.LONGEST) {
        String shape = Shapes.shape(number);
        heads.computeIfAbsent(shape, any -> new HashSet<>()).add(Shapes.head(number));
        counts.merge(shape, 1, Integer::sum);
        all++;
      }
    }
    int least = Math.max(Shapes.FEWEST, all / 100);
    counts.forEach(
        (shape, count) -> heads.computeIfPresent(shape, (s, h) -> count < least ? null : h));
    Map<String, Set<String>> known = Map.copyOf(heads);
    return number -> {
      int length = number.length();
      return length >= Shapes.SHORTEST
          && length <= Shapes.LONGEST
          && known.getOrDefault(Shapes.shape(number), Set.of()).contains(Shapes.head(number));
    };
  }

  /** How a number is reduced to its shape. */
  final class Shapes {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 32;
    private static final int FEWEST = 3;
    private static final int HEAD = 4;
    private static final String NO_SIGNS = " -";

    private Shapes() {}

    private static String plain(String number) {
      StringBuilder plain = new StringBuilder();
      for (int i = 0; i < number.length(); i++) {
        if (NO_SIGNS.indexOf(number.charAt(i)) < 0) {
          plain.append(number.charAt(i));
        }
      }
      return plain.toString().toUpperCase(Locale.ROOT);
    }

    private static String shape(String number) {
      char[] shape = number.toCharArray();
      for (int i = 0; i < shape.length; i++) {
        shape[i] = shape[i] >= '0' && shape[i] <= '9' ? '9' : 'A';
      }
      return new String(shape);
    }

    private static String head(String number) {
      return number.substring(0, HEAD);
    }
  }
}
