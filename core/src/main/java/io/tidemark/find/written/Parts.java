package io.tidemark.find.written;

import java.util.Arrays;

/**
 * The parts of a stretch that people set apart: runs of digits, or of digits and letters, without
 * anything between. Not thread-safe; belongs to its {@link Stretch}.
 */
public final class Parts {
  private int[] from = new int[16];
  private int[] to = new int[16];
  private boolean[] joined = new boolean[16];
  private int size;

  Parts() {}

  void fill(Stretch stretch, boolean digitsOnly) {
    size = 0;
    int i = 0;
    while (i < stretch.size()) {
      int end = i;
      boolean digit = !digitsOnly; // letters alone may be a group of a vehicle's number
      while (end < stretch.size() && in(stretch.kind(end), digitsOnly)) {
        digit |= stretch.kind(end) <= Signs.NUMERAL;
        end++;
      }
      if (end > i && digit) {
        add(stretch, i, end);
      }
      i = Math.max(end, i + 1);
    }
  }

  private static boolean in(byte kind, boolean digitsOnly) {
    return kind >= Signs.DIGIT && kind <= (digitsOnly ? Signs.EITHER : Signs.LETTER);
  }

  private void add(Stretch stretch, int begin, int end) {
    if (size == from.length) {
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
      joined = Arrays.copyOf(joined, 2 * size);
    }
    from[size] = begin;
    to[size] = end;
    joined[size] = size > 0 && gap(stretch, to[size - 1], begin);
    size++;
  }

  /** Signs that separate, or a single star: more stars hide something. */
  private static boolean gap(Stretch stretch, int begin, int end) {
    for (int i = begin; i < end; i++) {
      byte kind = stretch.kind(i);
      if (kind != Signs.GAP && !(kind == Signs.STAR && end - begin == 1)) {
        return false;
      }
    }
    return true;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The first sign of part {@code i}. */
  public int from(int i) {
    return from[i];
  }

  /** Behind its last sign. */
  public int to(int i) {
    return to[i];
  }

  /** Whether nothing but a gap stands between it and the part before. */
  public boolean joined(int i) {
    return joined[i];
  }
}
