package io.tidemark.find.written;

import java.util.Arrays;

/**
 * The signs of a stretch of text: tokens of digits, letters, provinces and stars with at most
 * {@link #WIDEST_GAP} signs between two of them. A word, more letters than a group of a number has
 * and no digit, and the end of a line, end a stretch. Not thread-safe: one belongs to one search
 * and is filled again for each stretch.
 */
public final class Stretch {
  /** The most signs between two tokens. */
  public static final int WIDEST_GAP = 5;

  /** Letters of a group of a number; more are a word of prose. */
  public static final int LONGEST_GROUP = 4;

  /** The same of capitals, in which fewer words are written and more numbers. */
  public static final int LONGEST_CAPITALS = 10;

  private static final int KEYCAP = 0x20E3;

  private String text = "";
  private int[] signs = new int[64];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int size;
  private int next;
  private int trueDigits;
  private int seen;
  private long seenFaces;
  private boolean lettered;
  private final Parts numbers = new Parts();
  private final Parts codes = new Parts();

  /** Where the stretch begins to which the sign at {@code at} belongs; never before floor. */
  public static int begin(String text, int at, int floor) {
    int begin = tokenStart(text, at, floor);
    int place = begin;
    while (true) {
      int gap = 0;
      while (place > floor) {
        int point = text.codePointBefore(place);
        byte kind = Signs.kind(point);
        if (kind == Signs.GAP && gap < WIDEST_GAP) {
          gap++;
        } else if (kind != Signs.IGNORED) {
          break;
        }
        place -= Character.charCount(point);
      }
      int token = tokenStart(text, place, floor);
      if (token == place || word(text, token, place)) {
        return begin;
      }
      begin = token;
      place = token;
    }
  }

  private static int tokenStart(String text, int at, int floor) {
    int start = at;
    int place = at;
    while (place > floor) {
      int point = text.codePointBefore(place);
      byte kind = Signs.kind(point);
      if (kind != Signs.IGNORED && !code(kind)) {
        break;
      }
      place -= Character.charCount(point);
      start = kind == Signs.IGNORED ? start : place;
    }
    return start;
  }

  /** Whether it is a word: letters only, more than a group of a number has. */
  private static boolean word(String text, int start, int end) {
    int letters = 0;
    boolean small = false;
    int place = start;
    while (place < end) {
      int point = text.codePointAt(place);
      byte kind = Signs.kind(point);
      if (kind == Signs.LETTER || kind == Signs.EITHER) {
        letters++;
        small |= Character.isLowerCase(point);
      } else if (kind != Signs.IGNORED) {
        return false;
      }
      place += Character.charCount(point);
    }
    return letters > (small ? LONGEST_GROUP : LONGEST_CAPITALS);
  }

  /** Whether a kind is part of a token. */
  static boolean code(byte kind) {
    return kind >= Signs.DIGIT && kind <= Signs.STAR;
  }

  /** Reads the stretch that begins at {@code begin}; {@link #next} says where it ended. */
  public void read(String whole, int begin) {
    text = whole;
    size = 0;
    trueDigits = 0;
    seen = 0;
    seenFaces = 0;
    next = append(begin, whole.length());
    parts();
  }

  /** Reads the stretch between two places, which ends where a line does. */
  public void readTo(String whole, int begin, int end) {
    text = whole;
    size = 0;
    trueDigits = 0;
    seen = 0;
    seenFaces = 0;
    next = append(begin, end);
    parts();
  }

  /**
   * Reads on behind the end of a line, which stands for the gap between; {@link #next} moves on.
   */
  public void goOn(int resumed) {
    int seam = size;
    add(Signs.as(Signs.GAP, Signs.sign('\n')), next, next);
    next = append(resumed, text.length());
    if (size == seam + 1) {
      size = seam;
    }
    parts();
  }

  private int append(int begin, int limit) {
    int place = begin;
    int kept = size;
    int ended = begin;
    int gap = 0;
    int token = size;
    while (place < limit) {
      char c = text.charAt(place);
      int point = Character.isHighSurrogate(c) ? text.codePointAt(place) : c;
      byte kind = Signs.kind(point);
      int after = place + Character.charCount(point);
      if (code(kind)) {
        if (gap > 0 || size == kept) {
          token = size;
        }
        gap = 0;
        add(Signs.sign(point), place, after);
        ended = after;
      } else if (kind == Signs.IGNORED) {
        ended = mark(point, place, after, gap, ended);
      } else {
        if (gap == 0 && wordFrom(token)) {
          break;
        }
        if (kind != Signs.GAP || gap == WIDEST_GAP) {
          break;
        }
        kept = gap == 0 ? size : kept;
        gap++;
        add(Signs.sign(point), place, after);
      }
      place = after;
    }
    return trimmed(token, kept, gap, ended);
  }

  /** What stands under a sign, or around it, belongs to it. */
  private int mark(int point, int place, int after, int gap, int ended) {
    boolean joined = gap == 0 && size > 0 && to[size - 1] == place;
    if (!joined || Character.getType(point) == Character.FORMAT) {
      return ended;
    }
    if (point == KEYCAP && kind(size - 1) == Signs.DIGIT) {
      signs[size - 1] = Signs.as(Signs.ENCLOSED, signs[size - 1]);
    }
    to[size - 1] = after;
    return after;
  }

  private boolean wordFrom(int token) {
    if (size - token <= LONGEST_GROUP) {
      return false;
    }
    for (int i = token; i < size; i++) {
      if (kind(i) != Signs.LETTER && kind(i) != Signs.EITHER) {
        return false;
      }
    }
    boolean small = false;
    for (int i = token; i < size && size - token <= LONGEST_CAPITALS; i++) {
      small |= Character.isLowerCase(text.codePointAt(from[i]));
    }
    return small || size - token > LONGEST_CAPITALS;
  }

  /** Takes the last word and the gap away with which it ended. */
  private int trimmed(int token, int kept, int gap, int ended) {
    int whole = gap > 0 ? kept : size;
    if (gap == 0 && wordFrom(token)) {
      whole = token;
    }
    while (whole > 0 && kind(whole - 1) == Signs.GAP && face(whole - 1) != '\n') {
      whole--;
    }
    int last = whole < size && whole > 0 ? Math.max(to[whole - 1], 0) : ended;
    size = whole;
    return last;
  }

  private void add(int sign, int begin, int end) {
    if (size == signs.length) {
      int longer = 2 * size;
      signs = Arrays.copyOf(signs, longer);
      from = Arrays.copyOf(from, longer);
      to = Arrays.copyOf(to, longer);
    }
    signs[size] = sign;
    from[size] = begin;
    to[size] = end;
    size++;
    byte kind = Signs.kindOf(sign);
    seen |= 1 << kind;
    seenFaces |= 1L << sign;
    if (kind >= Signs.DIGIT && kind <= Signs.NUMERAL) {
      trueDigits++;
    }
  }

  private void parts() {
    numbers.fill(this, true);
    lettered = has(Signs.LETTER) || has(Signs.EITHER);
    if (lettered) {
      codes.fill(this, false);
    }
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** How many signs it has. */
  public int size() {
    return size;
  }

  /** Where reading goes on behind it, in the text. */
  public int next() {
    return next;
  }

  /** How many of its signs are digits and nothing else. */
  public int trueDigits() {
    return trueDigits;
  }

  /** Whether a sign of this kind may stand in it; where it says no, none does. */
  public boolean has(byte kind) {
    return (seen & 1 << kind) != 0;
  }

  /** Whether a sign with this face may stand in it; where it says no, none does. */
  public boolean mayHave(char face) {
    return (seenFaces & 1L << face) != 0;
  }

  /** Whether letters stand in it; where they do not, its codes are its numbers. */
  public boolean lettered() {
    return lettered;
  }

  /** The plain character of sign {@code i}. */
  public char face(int i) {
    return (char) signs[i];
  }

  /** Its kind, one of those of {@link Signs}. */
  public byte kind(int i) {
    return Signs.kindOf(signs[i]);
  }

  /** Its digit, or -1. */
  public int digit(int i) {
    return Signs.digitOf(signs[i]);
  }

  /** Where it begins in the text. */
  public int from(int i) {
    return from[i];
  }

  /** Where it ends in the text, with the marks on it. */
  public int to(int i) {
    return to[i];
  }

  /** Its runs of digits. */
  public Parts numbers() {
    return numbers;
  }

  /** Its runs of digits and letters. */
  public Parts codes() {
    return lettered ? codes : numbers;
  }
}
