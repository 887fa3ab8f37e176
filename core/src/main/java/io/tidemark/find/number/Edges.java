package io.tidemark.find.number;

import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/** Whether a number stands alone, or is part of a longer one, of an amount or of a word. */
final class Edges {
  private static final int LIST_NUMBER = 2;
  private static final int QUARTET = 4;

  private Edges() {}

  /** Whether nothing before sign {@code first} goes on in it. */
  static boolean begins(Stretch in, int first) {
    int at = first - 1;
    if (at < 0) {
      return !address(in, in.from(first) - 1);
    }
    return switch (in.kind(at)) {
      case Signs.GAP -> gapBefore(in, at);
      case Signs.DIGIT -> false;
      case Signs.ENCLOSED, Signs.NUMERAL -> in.kind(first) == Signs.DIGIT;
      case Signs.EITHER, Signs.LETTER -> labelled(in, at);
      case Signs.STAR -> !digit(in, beforeStars(in, at));
      default -> true;
    };
  }

  private static int beforeStars(Stretch in, int at) {
    int i = at;
    while (i >= 0 && in.kind(i) == Signs.STAR) {
      i--;
    }
    return i;
  }

  /** 1.13812345678 may be a list; 0.138… and 12345.138… are amounts. */
  private static boolean gapBefore(Stretch in, int gap) {
    char face = in.face(gap);
    boolean tight = gap > 0 && digit(in, gap - 1);
    if (face == '.' && tight) {
      int begin = gap - 1;
      while (begin > 0 && digit(in, begin - 1)) {
        begin--;
      }
      boolean head = begin == 0 || (in.kind(begin - 1) == Signs.GAP && in.face(begin - 1) == ' ');
      return head && gap - begin <= LIST_NUMBER && in.face(begin) != '0';
    }
    return true;
  }

  /** Whether the letters before are a word that says what follows. */
  private static boolean labelled(Stretch in, int at) {
    return Clues.word(in.text(), in.to(at));
  }

  /** Whether nothing behind sign {@code last - 1} goes on in it. */
  static boolean ends(Stretch in, int last) {
    if (last >= in.size()) {
      return !address(in, in.to(last - 1));
    }
    return switch (in.kind(last)) {
      case Signs.GAP -> gapBehind(in, last);
      case Signs.ENCLOSED, Signs.NUMERAL -> in.kind(last - 1) == Signs.DIGIT;
      case Signs.DIGIT -> false;
      case Signs.EITHER, Signs.LETTER -> Clues.wordFrom(in.text(), in.from(last));
      case Signs.STAR -> !digit(in, behindStars(in, last));
      default -> true;
    };
  }

  private static int behindStars(Stretch in, int at) {
    int i = at;
    while (i < in.size() && in.kind(i) == Signs.STAR) {
      i++;
    }
    return i;
  }

  /** 13812345678.50 is an amount, 13812345678.00 a number that a spreadsheet took for one. */
  private static boolean gapBehind(Stretch in, int gap) {
    if (in.face(gap) != '.' || !digit(in, gap + 1)) {
      return true;
    }
    int end = gap + 1;
    boolean zeros = true;
    while (end < in.size() && digit(in, end)) {
      zeros &= in.digit(end) == 0;
      end++;
    }
    return zeros && end - gap - 1 <= LIST_NUMBER;
  }

  /**
   * Whether a number in groups goes on in the same manner: the group that follows, or stands
   * before, is set apart by the same sign.
   */
  static boolean goesOn(Stretch in, int first, int last, boolean even) {
    char inside = separator(in, first, last);
    if (inside == 0) {
      return false;
    }
    int next = last;
    while (next < in.size() && in.kind(next) == Signs.GAP && in.face(next) == inside) {
      next++;
    }
    int previous = first - 1;
    while (previous >= 0 && in.kind(previous) == Signs.GAP && in.face(previous) == inside) {
      previous--;
    }
    boolean behind = next > last && digit(in, next) && more(in, next, inside, even);
    boolean before =
        previous < first - 1 && digit(in, previous) && less(in, previous, first, inside, even);
    return behind || before;
  }

  private static boolean more(Stretch in, int from, char inside, boolean even) {
    int size = groupEnd(in, from) - from;
    if (even) {
      return size == 1;
    }
    return inside != ' ' || (size == QUARTET && in.digit(from) != 1);
  }

  private static boolean less(Stretch in, int to, int first, char inside, boolean even) {
    int begin = to;
    while (begin > 0 && digit(in, begin - 1)) {
      begin--;
    }
    int size = to - begin + 1;
    if (even) {
      return size == 1;
    }
    boolean country = (size == 2 || size == QUARTET) && country(in, begin, to);
    boolean quartets = size == QUARTET && groupEnd(in, first) - first == QUARTET;
    return !country && (inside == ' ' ? quartets : size > 1);
  }

  /** 86 or 0086. */
  private static boolean country(Stretch in, int begin, int to) {
    boolean zeros = to - begin == 1 || (in.digit(begin) == 0 && in.digit(begin + 1) == 0);
    return zeros && in.digit(to - 1) == 8 && in.digit(to) == 6;
  }

  /** Behind the last digit of the group at {@code from}. */
  private static int groupEnd(Stretch in, int from) {
    int end = from;
    while (digit(in, end)) {
      end++;
    }
    return end;
  }

  private static char separator(Stretch in, int first, int last) {
    for (int i = first; i < last; i++) {
      if (in.kind(i) == Signs.GAP) {
        return in.face(i);
      }
    }
    return 0;
  }

  static boolean digit(Stretch in, int i) {
    return i >= 0 && i < in.size() && in.kind(i) >= Signs.DIGIT && in.kind(i) <= Signs.NUMERAL;
  }

  private static boolean address(Stretch in, int place) {
    String text = in.text();
    return place >= 0
        && place < text.length()
        && (text.charAt(place) == '@' || text.charAt(place) == '＠');
  }
}
