package io.tidemark.find.number;

import io.tidemark.find.written.Parts;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/**
 * Digits that may be one number: of one part of a stretch, or of several with gaps between. Not
 * thread-safe; one is moved along a stretch.
 */
final class Run {
  /** Digits of the longest number. */
  static final int LONGEST = 19;

  private static final int SHORTEST = 5;
  private static final int MOST_GROUPS = 20;

  /** Signs at an end that may be bullet, note or word instead of digit. */
  private static final int SOFT = 2;

  private final char[] digits = new char[64];
  private final int[] groups = new int[MOST_GROUPS];
  private Stretch stretch = new Stretch();
  private int first;
  private int last;
  private int length;
  private int groupCount;
  private int letters;

  /** Shows each run of five to nineteen digits to {@code classes}. */
  void each(Stretch in, DigitClass[] classes, Candidates out) {
    stretch = in;
    Parts parts = in.numbers();
    for (int i = 0; i < parts.size(); i++) {
      int soft = softBegin(parts, i);
      from(parts, i, parts.from(i), classes, out);
      if (soft > 0) {
        from(parts, i, parts.from(i) + soft, classes, out);
      }
    }
  }

  private void from(Parts parts, int part, int begin, DigitClass[] classes, Candidates out) {
    first = begin;
    length = 0;
    groupCount = 0;
    letters = 0;
    int at = begin;
    for (int j = part; j < parts.size() && (j == part || parts.joined(j)); j++) {
      at = j == part ? begin : parts.from(j);
      if (groupCount == MOST_GROUPS || length + parts.to(j) - at > LONGEST + SOFT) {
        return;
      }
      for (int i = at; i < parts.to(j); i++) {
        digits[length++] = (char) ('0' + stretch.digit(i));
        letters += stretch.kind(i) == Signs.EITHER ? 1 : 0;
      }
      groups[groupCount++] = parts.to(j) - at;
      last = parts.to(j);
      judge(classes, out);
      int soft = softEnd(parts, j);
      if (soft > 0 && parts.to(j) - soft > at) {
        shorten(soft);
        judge(classes, out);
        lengthen(soft);
      }
    }
  }

  private void shorten(int by) {
    length -= by;
    last -= by;
    groups[groupCount - 1] -= by;
  }

  private void lengthen(int by) {
    length += by;
    last += by;
    groups[groupCount - 1] += by;
  }

  private void judge(DigitClass[] classes, Candidates out) {
    if (length < SHORTEST || length > LONGEST) {
      return;
    }
    for (DigitClass one : classes) {
      one.judge(this, out);
    }
  }

  /** How many signs at the beginning may be a bullet, numeral or letter before the digits. */
  private int softBegin(Parts parts, int part) {
    int i = parts.from(part);
    while (i < parts.to(part) && stretch.kind(i) != Signs.DIGIT) {
      i++;
    }
    int soft = i - parts.from(part);
    return soft <= SOFT && i < parts.to(part) ? soft : 0;
  }

  private int softEnd(Parts parts, int part) {
    int i = parts.to(part) - 1;
    while (i >= parts.from(part) && stretch.kind(i) != Signs.DIGIT) {
      i--;
    }
    int soft = parts.to(part) - 1 - i;
    return soft <= SOFT && i >= parts.from(part) ? soft : 0;
  }

  Stretch stretch() {
    return stretch;
  }

  /** The first sign. */
  int first() {
    return first;
  }

  /** Behind the last sign. */
  int last() {
    return last;
  }

  int length() {
    return length;
  }

  char digit(int i) {
    return digits[i];
  }

  /** The number that the digits from {@code from} up to {@code to} write. */
  int number(int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + digits[i] - '0';
    }
    return number;
  }

  /** The digits from {@code from} on. */
  String text(int from) {
    return new String(digits, from, length - from);
  }

  /** The digits from one place up to another. */
  String text(int from, int to) {
    return new String(digits, from, to - from);
  }

  /** Whether letters stand for two thirds of its digits at most. */
  boolean mostlyDigits() {
    return 3 * letters <= 2 * length;
  }

  int groupCount() {
    return groupCount;
  }

  /** The sizes of its groups as hexadecimal digits: 0x344 of {@code 138 1234 5678}. */
  long grouping() {
    long all = 0;
    for (int i = 0; i < groupCount; i++) {
      all = all << 4 | Math.min(groups[i], 15);
    }
    return all;
  }

  /** Whether single digits, or pairs with one at an end, are set apart. */
  boolean even() {
    for (int i = 0; i < groupCount; i++) {
      if (groups[i] > 2) {
        return false;
      }
    }
    return true;
  }

  /** Of which classes the word before it speaks. */
  long clue(Candidates out) {
    return out.clue(stretch.text(), stretch.from(first));
  }

  /** Whether it stands alone, as far as its two ends show. */
  boolean alone() {
    return Edges.begins(stretch, first) && Edges.ends(stretch, last) && !goesOn();
  }

  /** Whether its groups are some of a longer number's. */
  boolean goesOn() {
    return groupCount > 1 && Edges.goesOn(stretch, first, last, even());
  }
}
