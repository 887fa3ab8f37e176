package io.tidemark.find.name;

import io.tidemark.find.Span;
import io.tidemark.find.lexicon.Evidence;
import java.util.Arrays;

/**
 * What stands beside the names of a text: labels, numbers, the borders of cells. Steps are twelfths
 * of a nat: beside a phone number every second word is a name, elsewhere every fiftieth.
 */
final class Grounds implements Evidence {
  /** A label with a colon behind it. */
  private static final byte LABELLED = 127;

  /** A label with a gap behind it, as in a table. */
  private static final byte HEADED = 48;

  /** A label that the name follows at once. */
  private static final byte JOINED = 24;

  private static final byte BESIDE_NUMBER = 38;
  private static final byte NUMBER_NEXT_LINE = 10;
  private static final byte WHOLE_CELL = 36;

  /** So many characters from a number somebody may be meant who is only addressed. */
  private static final int NEAR = 60;

  /** No more separators between a name and its number. */
  private static final int GAP = 8;

  private final CharSequence text;
  private final byte[] opening;
  private final byte[] closing;
  private final boolean[] labelled;
  private final boolean[] near;
  private int offset;

  Grounds(CharSequence text, Iterable<Span> numbers) {
    this.text = text;
    opening = new byte[text.length() + 1];
    closing = new byte[text.length() + 1];
    labelled = new boolean[text.length() + 1];
    near = new boolean[text.length() + 1];
    for (Span number : numbers) {
      before(number.start());
      after(number.end());
      int from = Math.max(0, number.start() - NEAR);
      Arrays.fill(near, from, Math.min(near.length, number.end() + NEAR), true);
    }
    labels();
  }

  /** Sentences begin there from now on. */
  void from(int start) {
    offset = start;
  }

  private void before(int number) {
    int at = number;
    int lines = 0;
    while (at > 0 && number - at < GAP && !hanzi(text.charAt(at - 1)) && gap(text.charAt(at - 1))) {
      lines += text.charAt(--at) == '\n' ? 1 : 0;
    }
    for (int label = Math.max(0, at - 6); label < at - 1; label++) {
      if (Labels.number(text, label) == at) {
        at = label;
        while (at > 0 && label - at < GAP && gap(text.charAt(at - 1))) {
          lines += text.charAt(--at) == '\n' ? 1 : 0;
        }
        break;
      }
    }
    if (lines < 2) {
      closing[at] = lines == 0 ? BESIDE_NUMBER : NUMBER_NEXT_LINE;
    }
  }

  private void after(int number) {
    int at = number;
    int lines = 0;
    while (at < text.length() && at - number < GAP && gap(text.charAt(at))) {
      lines += text.charAt(at++) == '\n' ? 1 : 0;
    }
    if (at < text.length() && lines < 2) {
      opening[at] = lines == 0 ? BESIDE_NUMBER : NUMBER_NEXT_LINE;
    }
  }

  private void labels() {
    for (int i = 0; i < text.length(); i++) {
      int end = Labels.name(text, i);
      if (end == i) {
        continue;
      }
      int at = end;
      boolean colon = false;
      while (at < text.length() && at - end < GAP && gap(text.charAt(at))) {
        char c = text.charAt(at++);
        if (c == '\n') {
          at = text.length();
        }
        colon |= c == ':' || c == '：' || c == '=';
      }
      if (at < text.length()) {
        byte gain = colon ? LABELLED : at > end ? HEADED : JOINED;
        opening[at] = (byte) Math.max(opening[at], gain);
        labelled[at] = gain != JOINED;
      }
      i = end - 1;
    }
  }

  /** How many grounds a name there has beside the words: a label, a number before it or behind. */
  int count(int from, int to) {
    int label = opening[from] >= HEADED || opening[from] == JOINED ? 1 : 0;
    boolean number =
        opening[from] == BESIDE_NUMBER
            || closing[to] == BESIDE_NUMBER
            || (opening[from] == NUMBER_NEXT_LINE || closing[to] == NUMBER_NEXT_LINE)
                && cell(from, to);
    return label + (number ? 1 : 0) + (number && cell(from, to) ? 1 : 0);
  }

  /** Whether a label says that a name begins there. */
  boolean labelled(int at) {
    return labelled[at];
  }

  /** Whether a number stands at once before or behind, in the same line. */
  boolean besideNumber(int from, int to) {
    return opening[from] == BESIDE_NUMBER || closing[to] == BESIDE_NUMBER;
  }

  /** Whether a number stands in the neighbourhood. */
  boolean near(int at) {
    return near[at];
  }

  @Override
  public int gain(int from, int to) {
    int start = offset + from;
    int end = offset + to;
    int gain = opening[start] + closing[end];
    return gain > 0 && cell(start, end) ? gain + WHOLE_CELL : gain;
  }

  @Override
  public int cell(int from) {
    int start = offset + from;
    int end = start;
    while (labelled[start] && end < text.length() && end - start <= 5 && hanzi(text.charAt(end))) {
      end++;
    }
    return end - offset;
  }

  private boolean cell(int start, int end) {
    return (start == 0 || opening[start] == JOINED || gap(text.charAt(start - 1)))
        && (end == text.length() || gap(text.charAt(end)));
  }

  private static boolean hanzi(char c) {
    return c >= '\u3400' && c <= '\u9fff';
  }

  /** Whether a character stands between the cells of a line. */
  private static boolean gap(char c) {
    return c <= ' ' || c == '\u3000' || " ,，、:：;；()（）/|\\-_—=【】[]<>《》\"“”+＋*~".indexOf(c) >= 0;
  }
}
