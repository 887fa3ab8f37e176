package io.tidemark.find;

import io.tidemark.find.number.Numbers;
import io.tidemark.find.number.PolicyShapes;
import io.tidemark.find.written.Signs;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The same findings, found slowly: it stops at every character, finds each stretch from the
 * beginning of its line, and takes no short cut. {@link TextFinder} is held against it by tests and
 * by the benchmark. Immutable and thread-safe.
 */
public final class ExactFinder implements Finder {
  private static final int WIDEST_GAP = 5;
  private static final int LONGEST_WORD = 4;
  private static final int LONGEST_CAPITALS = 10;

  @Override
  public void find(CharSequence given, Consumer<Finding> found) {
    String text = given.toString();
    Search search = new Search(text, new Numbers(PolicyShapes.NONE), found);
    int[] begins = begins(text);
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      byte kind = Signs.kind(point);
      int next = at + 1;
      if (kind >= Signs.DIGIT && kind <= Signs.NUMERAL) {
        next = search.digits(begins[at], at);
      } else if (kind == Signs.LINE) {
        next = search.line(at);
      } else if (Numbers.isAddressSign(text, at)) {
        next = search.address(at);
      } else {
        next = search.account(at);
      }
      at = next;
    }
  }

  /** Of each digit, where its stretch begins. */
  private static int[] begins(String text) {
    int[] begins = new int[text.length()];
    int stretch = -1;
    int at = 0;
    int gap = 0;
    while (at < text.length()) {
      int end = tokenEnd(text, at);
      if (end > at) {
        boolean word = word(text, at, end);
        stretch = word ? -1 : stretch >= 0 && gap <= WIDEST_GAP ? stretch : at;
        for (int i = at; i < end; i++) {
          begins[i] = stretch < 0 ? at : stretch;
        }
        gap = 0;
        at = end;
      } else {
        int point = text.codePointAt(at);
        byte kind = Signs.kind(point);
        gap += kind == Signs.GAP ? 1 : 0;
        stretch = kind == Signs.GAP || kind == Signs.IGNORED ? stretch : -1;
        at += Character.charCount(point);
      }
    }
    return begins;
  }

  /** Behind the last sign of the token that begins at {@code from}; itself where none does. */
  private static int tokenEnd(String text, int from) {
    int end = from;
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      byte kind = Signs.kind(point);
      boolean sign = kind >= Signs.DIGIT && kind <= Signs.STAR;
      if (!sign && (kind != Signs.IGNORED || end == from)) {
        return end;
      }
      at += Character.charCount(point);
      end = sign ? at : end;
    }
    return end;
  }

  private static boolean word(String text, int from, int to) {
    int[] signs =
        text.substring(from, to)
            .codePoints()
            .filter(point -> Signs.kind(point) != Signs.IGNORED)
            .toArray();
    boolean small = IntStream.of(signs).anyMatch(Character::isLowerCase);
    return signs.length > (small ? LONGEST_WORD : LONGEST_CAPITALS)
        && IntStream.of(signs)
            .map(Signs::kind)
            .allMatch(kind -> kind == Signs.LETTER || kind == Signs.EITHER);
  }
}
