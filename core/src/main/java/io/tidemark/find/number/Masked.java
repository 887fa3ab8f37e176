package io.tidemark.find.number;

import io.tidemark.classify.CalendarDate;
import io.tidemark.classify.Provinces;
import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of which somebody hid the middle: 138****8000, 5101**********1234, 6222 **** **** 1234,
 * LSV***********123; an x stands for a star too where three stand together. What is hidden counts
 * as many signs as it has, or, of a mobile number with three digits before and four behind, any.
 */
final class Masked implements CodeClass {
  private static final int WEIGHT = 61;
  private static final int FEWEST = 2;
  private static final int FEWEST_LETTERS = 3;
  private static final int LONGEST = 19;
  private static final int BIRTH_END = 14;

  @Override
  public void find(Stretch in, Candidates out) {
    int i = 0;
    while (i < in.size()) {
      int end = i;
      while (end < in.size() && hides(in, end) && in.kind(end) == in.kind(i)) {
        end++;
      }
      int least = end > i && in.kind(i) == Signs.STAR ? FEWEST : FEWEST_LETTERS;
      if (end - i >= least) {
        end = furtherStars(in, end);
        if (!around(in, i, end, back(in, i, Signs.EITHER), on(in, end, Signs.EITHER), out)) {
          around(in, i, end, back(in, i, Signs.LETTER), on(in, end, Signs.LETTER), out);
        }
      }
      i = Math.max(end, i + 1);
    }
  }

  private static boolean hides(Stretch in, int i) {
    return in.kind(i) == Signs.STAR || (in.kind(i) == Signs.LETTER && in.face(i) == 'X');
  }

  /** **** **** with a gap between. */
  private static int furtherStars(Stretch in, int end) {
    int at = end;
    while (at + 1 < in.size() && in.kind(at) == Signs.GAP && in.kind(at + 1) == Signs.STAR) {
      at++;
      while (at < in.size() && in.kind(at) == Signs.STAR) {
        at++;
      }
    }
    return at;
  }

  /** Adds what it is with the signs from {@code begin} to {@code last} around the stars, if any. */
  private static boolean around(
      Stretch in, int stars, int end, int begin, int last, Candidates out) {
    StringBuilder value = new StringBuilder();
    int letters = 0;
    int left = 0;
    int hidden = 0;
    for (int i = begin; i < last && value.length() <= LONGEST; i++) {
      byte kind = in.kind(i);
      if (kind != Signs.GAP) {
        boolean star = i >= stars && i < end;
        char sign = star ? '*' : in.digit(i) >= 0 ? (char) ('0' + in.digit(i)) : in.face(i);
        value.append(sign);
        hidden += star ? 1 : 0;
        left += i < stars ? 1 : 0;
        letters += !star && kind == Signs.LETTER ? 1 : 0;
      }
    }
    int right = value.length() - left - hidden;
    FoundClass found =
        value.length() > LONGEST
            ? null
            : found(value, left, right, letters, out.clue(in.text(), in.from(begin)));
    if (found != null) {
      boolean named = (out.clue(in.text(), in.from(begin)) & Clues.bit(found)) != 0;
      out.add(in, begin, last, found, named ? 1 : 0, value.toString(), Finding.Form.MASKED, WEIGHT);
    }
    return found != null;
  }

  private static int back(Stretch in, int stars, byte most) {
    int at = stars;
    while (at > 0 && (code(in, at - 1, most) || (gap(in, at - 1) && Edges.digit(in, at - 2)))) {
      int next = gap(in, at - 1) ? at - 2 : at - 1;
      if (in.kind(next) == Signs.NUMERAL && in.kind(at) == Signs.DIGIT) {
        return at; // 张三 138****5678
      }
      at--;
    }
    return at;
  }

  private static int on(Stretch in, int end, byte most) {
    int at = end;
    if (at + 1 < in.size() && gap(in, at) && code(in, at + 1, most)) {
      at++;
    }
    int begin = at;
    while (at < in.size() && code(in, at, most)) {
      at++;
    }
    return at > begin ? at : end;
  }

  private static boolean gap(Stretch in, int i) {
    return in.kind(i) == Signs.GAP && (in.face(i) == ' ' || in.face(i) == '-');
  }

  private static boolean code(Stretch in, int i, byte most) {
    return (in.kind(i) >= Signs.DIGIT && in.kind(i) <= most)
        || (in.kind(i) == Signs.LETTER && in.face(i) == 'X' && i == in.size() - 1);
  }

  private static @Nullable FoundClass found(
      CharSequence value, int left, int right, int letters, long clue) {
    int length = value.length();
    if ((clue & Clues.NONE) != 0 || left < 1 || left > 14) {
      return null;
    }
    boolean cross = letters == 1 && value.charAt(length - 1) == 'X';
    if (letters > 0 && !cross) {
      return length == 17 && left >= 3 && left + right >= 5 ? FoundClass.VIN : null;
    }
    if (mobile(value, left, right, length)) {
      return FoundClass.MOBILE;
    }
    boolean named = (clue & Clues.bit(FoundClass.BANK_CARD)) != 0;
    if (!named && identity(value, left, right, length, clue)) {
      return FoundClass.IDENTITY_NUMBER;
    }
    boolean issuer =
        value.charAt(0) == '4'
            || value.charAt(0) == '5'
            || starts(value, "62")
            || starts(value, "35");
    boolean card = (length >= 16 || named) && left >= 4 && right >= 3 && right <= 4;
    return card && (issuer || named) ? FoundClass.BANK_CARD : null;
  }

  private static boolean starts(CharSequence value, String head) {
    return value.subSequence(0, 2).toString().equals(head);
  }

  private static boolean mobile(CharSequence value, int left, int right, int length) {
    boolean head = value.charAt(0) == '1' && left >= 2 && left <= 7 && value.charAt(1) >= '3';
    int hidden = length - left - right;
    return head
        && ((length == 11 && right >= 2 && hidden >= 2)
            || (left == 3 && right == 4 && hidden <= 6));
  }

  /** 33020319790412****: what is left has to be a birthday then. */
  private static boolean born(CharSequence value) {
    int year = Integer.parseInt(value.subSequence(6, 10).toString());
    int month = Integer.parseInt(value.subSequence(10, 12).toString());
    int day = Integer.parseInt(value.subSequence(12, BIRTH_END).toString());
    return year >= 1900 && year <= 2050 && CalendarDate.exists(year, month, day);
  }

  private static boolean identity(CharSequence value, int left, int right, int length, long clue) {
    boolean province =
        left >= 2 && Provinces.known((value.charAt(0) - '0') * 10 + value.charAt(1) - '0');
    boolean one = left == 1 && value.charAt(0) >= '1' && value.charAt(0) <= '8';
    boolean named = (clue & (Clues.bit(FoundClass.IDENTITY_NUMBER))) != 0;
    boolean whole = length == 18 || length == 15;
    boolean tail = right == 0 && left == BIRTH_END && whole && province && born(value);
    boolean short4 = named && left >= 3 && right >= 2 && length >= 9;
    return tail
        || right >= 1 && ((province && (whole || short4)) || (one && whole && length == 18));
  }
}
