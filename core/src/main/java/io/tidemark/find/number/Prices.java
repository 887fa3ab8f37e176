package io.tidemark.find.number;

import io.tidemark.find.FoundClass;
import io.tidemark.find.written.Parts;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/**
 * Premiums, directly behind a word that says so: two to seven digits, in groups of three or not,
 * with up to two decimals. The value is a plain decimal with two.
 */
final class Prices implements CodeClass {
  private static final int WEIGHT = 40;
  private static final int FEWEST = 2;
  private static final int MOST = 7;
  private static final int GROUP = 3;
  private static final long CLUE = Clues.bit(FoundClass.PRICE);

  @Override
  public void find(Stretch in, Candidates out) {
    Parts parts = in.numbers();
    for (int i = 0; i < parts.size(); i++) {
      int length = parts.to(i) - parts.from(i);
      if (length <= MOST) {
        if ((out.tight(in.text(), in.from(parts.from(i))) & CLUE) != 0) {
          amount(in, parts, i, out);
        }
      }
    }
  }

  private static void amount(Stretch in, Parts parts, int part, Candidates out) {
    int first = parts.from(part);
    int last = parts.to(part);
    int next = part + 1;
    while (next < parts.size()
        && set(in, parts, next, last, ',')
        && parts.to(next) - parts.from(next) == GROUP) {
      last = parts.to(next++);
    }
    int point = last;
    if (next < parts.size()
        && set(in, parts, next, last, '.')
        && parts.to(next) - parts.from(next) <= 2) {
      last = parts.to(next);
    }
    StringBuilder value = new StringBuilder();
    for (int i = first; i < point; i++) {
      if (in.kind(i) != Signs.GAP) {
        value.append(in.digit(i));
      }
    }
    int whole = value.length();
    if (whole < FEWEST || whole > MOST || goesOn(in, last)) {
      return;
    }
    value.append('.');
    for (int i = point + 1; i < point + 3; i++) {
      value.append(i < last ? (char) ('0' + in.digit(i)) : '0');
    }
    out.add(in, first, last, FoundClass.PRICE, 1, value.toString(), WEIGHT);
  }

  private static boolean set(Stretch in, Parts parts, int part, int last, char by) {
    return parts.from(part) == last + 1 && in.kind(last) == Signs.GAP && in.face(last) == by;
  }

  /** A date, a code or a share goes on; an amount does not. */
  private static boolean goesOn(Stretch in, int last) {
    if (last < in.size()) {
      boolean separated = in.kind(last) == Signs.GAP && "-/.".indexOf(in.face(last)) >= 0;
      return in.kind(last) != Signs.GAP || (separated && Edges.digit(in, last + 1));
    }
    int end = in.to(last - 1);
    return end < in.text().length() && "年月日号%％折款座".indexOf(in.text().charAt(end)) >= 0;
  }
}
