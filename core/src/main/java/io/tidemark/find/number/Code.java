package io.tidemark.find.number;

import io.tidemark.find.written.Parts;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/**
 * Letters and digits that may be one code: of one part of a stretch, or of several with gaps
 * between. Not thread-safe; one is moved along a stretch.
 */
final class Code {
  private static final int LONGEST = 32;
  private static final int MOST_GROUPS = 6;
  private static final int SMALLEST_GROUP = 3;

  private final char[] signs = new char[LONGEST];
  private final int[] origin = new int[LONGEST];
  private Stretch stretch = new Stretch();
  private int first;
  private int last;
  private int length;
  private int groups;
  private int shortest;
  private int lastGroup;
  private int trueDigits;

  /** Begins at part {@code i}; false where that part alone is too long. */
  boolean begin(Stretch in, int i) {
    stretch = in;
    first = in.codes().from(i);
    length = 0;
    groups = 0;
    trueDigits = 0;
    return append(i);
  }

  /** Adds part {@code i}; false where it is too long then. */
  boolean append(int i) {
    Parts parts = stretch.codes();
    if (length + parts.to(i) - parts.from(i) > LONGEST) {
      return false;
    }
    for (int at = parts.from(i); at < parts.to(i); at++) {
      origin[length] = at;
      trueDigits += stretch.kind(at) <= Signs.NUMERAL ? 1 : 0;
      signs[length++] = sign(at);
    }
    shortest = groups == 0 ? LONGEST : Math.min(shortest, lastGroup);
    lastGroup = parts.to(i) - parts.from(i);
    last = parts.to(i);
    groups++;
    return true;
  }

  /** O and I are digits in a code that has neither; an l is one only among capitals. */
  private char sign(int at) {
    int digit = stretch.digit(at);
    if (digit < 0) {
      return stretch.face(at);
    }
    boolean small = stretch.face(at) == 'L' && stretch.kind(at) == Signs.EITHER;
    return small && lowerCase() ? 'L' : (char) ('0' + digit);
  }

  private boolean lowerCase() {
    for (int i = first; i < stretch.size() && i < first + LONGEST; i++) {
      if (stretch.kind(i) == Signs.LETTER) {
        return Character.isLowerCase(stretch.text().charAt(stretch.from(i)));
      }
    }
    return false;
  }

  Stretch stretch() {
    return stretch;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  int length() {
    return length;
  }

  /**
   * Whether it is set apart sign by sign, or in up to six groups of three signs or more but the
   * last.
   */
  boolean evenly() {
    return groups == length || (groups <= MOST_GROUPS && shortest >= SMALLEST_GROUP);
  }

  int groups() {
    return groups;
  }

  char sign(int place, boolean letter) {
    return letter ? stretch.face(origin[place]) : signs[place];
  }

  boolean letter(int place) {
    return signs[place] >= 'A';
  }

  /** Whether all signs from {@code from} up to {@code to} are digits. */
  boolean digits(int from, int to) {
    for (int i = from; i < to; i++) {
      if (letter(i)) {
        return false;
      }
    }
    return true;
  }

  int countDigits() {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += letter(i) ? 0 : 1;
    }
    return count;
  }

  /** Whether a digit that is nothing else stands in it. */
  boolean trueDigits(int least) {
    return trueDigits >= least;
  }

  String text() {
    return new String(signs, 0, length);
  }

  long clue(Candidates out) {
    return out.clue(stretch.text(), stretch.from(first));
  }

  /** Whether no star and no address goes on at its ends. */
  boolean alone() {
    String text = stretch.text();
    int begin = stretch.from(first) - 1;
    int end = stretch.to(last - 1);
    boolean starBefore = first > 0 && stretch.kind(first - 1) == Signs.STAR;
    boolean starBehind = last < stretch.size() && stretch.kind(last) == Signs.STAR;
    return !starBefore
        && !starBehind
        && !(begin >= 0 && at(text.charAt(begin)))
        && !(end < text.length() && at(text.charAt(end)));
  }

  private static boolean at(char c) {
    return c == '@' || c == '＠';
  }
}
