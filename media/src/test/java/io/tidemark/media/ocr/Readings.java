package io.tidemark.media.ocr;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Readings as the recogniser would give them, written by hand. */
public final class Readings {
  private static final Map<String, Integer> NUMBERS = numbers();

  private static final int TAB = 8;

  private Readings() {}

  /**
   * A reading with two steps for each part: the character, then none. A part is one character, or
   * several as {@code (8B)}: the first the likeliest, at .6, the others share the rest. At a tab
   * nothing is read for as long as four characters take.
   */
  public static Reading of(String written) {
    int size = Alphabet.size();
    int tabs = (int) written.chars().filter(c -> c == '\t').count();
    float[] values = new float[(2 * written.length() + TAB * tabs) * size];
    int step = 0;
    for (int at = 0; at < written.length(); at++) {
      if (written.charAt(at) == '\t') {
        for (int blank = 0; blank < TAB; blank++) {
          values[step++ * size + Alphabet.BLANK] = .98f;
        }
        continue;
      }
      if (written.charAt(at) == '(') {
        int end = written.indexOf(')', at);
        for (int i = at + 1; i < end; i++) {
          float share = i == at + 1 ? .6f : .4f / (end - at - 2);
          values[step * size + number(written.substring(i, i + 1))] = share;
        }
        at = end;
      } else {
        values[step * size + number(written.substring(at, at + 1))] = .98f;
      }
      values[(step + 1) * size + Alphabet.BLANK] = .98f;
      step += 2;
    }
    return Reading.of(FloatBuffer.wrap(values), 0, Math.max(1, step));
  }

  private static int number(String symbol) {
    return Objects.requireNonNull(NUMBERS.get(symbol), symbol);
  }

  /** The likeliest text. */
  public static String text(Reading reading) {
    return reading.text();
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 1; i < Alphabet.size(); i++) {
      numbers.put(Alphabet.symbol(i), i);
    }
    return numbers;
  }
}
