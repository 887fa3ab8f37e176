package io.tidemark.find.number;

import io.tidemark.find.Confidence;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Parts;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/**
 * Premiums, directly behind a word that says so, or before 的保费: two to seven digits, in groups of
 * three or not, with up to two decimals, or an amount in units ({@link Amounts}). Behind a word
 * that is mostly, but not always, followed by a premium (续保, 交强) the amount must look like one. The
 * value is a plain decimal with two.
 */
final class Prices implements CodeClass {
  private static final int WEIGHT = 40;
  private static final int IN_UNITS = 60;
  private static final int FEWEST = 2;
  private static final int FEWEST_ALONE = 3;
  private static final int MOST = 7;
  private static final int MOST_ALONE = 5;
  private static final int GROUP = 3;
  private static final String MARKS = "¥￥$💰";

  /** What may stand behind digits that are an amount in units or a premium: 万, 元, 的保费. */
  private static final boolean[] BEHIND = new boolean[0x10000];

  static {
    "万萬千仟百佰wWkK块元圆的保".chars().forEach(c -> BEHIND[c] = true);
  }

  private static final String MONEY = "块元圆";

  /** What a sentence may go on with behind an amount without a mark. */
  private static final String GOES_ON = "块元圆多左搞包含能全返优";

  private static final long CLUE = Clues.bit(FoundClass.PRICE);

  @Override
  public void find(Stretch in, Candidates out) {
    Parts parts = in.numbers();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.to(i) - parts.from(i) <= MOST) {
        at(in, parts, i, out);
      }
    }
  }

  private static void at(Stretch in, Parts parts, int part, Candidates out) {
    String text = in.text();
    int begin = in.from(parts.from(part));
    long clue = out.tight(text, begin);
    boolean named = (clue & CLUE) != 0;
    int end = in.to(parts.to(part) - 1);
    boolean goesOn = end < text.length() && (text.charAt(end) == '.' || may(text, end));
    if (!named && !goesOn) {
      return;
    }
    int[] yuan = new int[1];
    int units = goesOn ? Amounts.read(text, begin, yuan) : -1;
    if (units > 0 && (named || ofPremium(text, units))) {
      Span span = new Span(begin, units);
      out.add(Candidate.of(FoundClass.PRICE, span, Confidence.MEDIUM, yuan[0] + ".00", IN_UNITS));
    } else if (units < 0 && (named || ofPremium(text, end))) {
      amount(in, parts, part, named && (clue & Clues.MAYBE) == 0, out);
    }
  }

  /** Whether a character may be the first of what makes an amount of the digits before it. */
  static boolean goesOn(char c) {
    return BEHIND[c];
  }

  /** Whether a unit stands behind digits, or that they are a premium. */
  static boolean may(String text, int end) {
    if (end >= text.length() || !BEHIND[text.charAt(end)]) {
      return false;
    }
    char c = text.charAt(end);
    return Amounts.unit(c) || ofPremium(text, end);
  }

  /** Whether digits, or the amount in units that they begin, are said to be a premium. */
  static boolean ofPremium(String text, int from, int to) {
    int units = Amounts.read(text, from, new int[1]);
    return ofPremium(text, units > 0 ? units : to);
  }

  /** 一万二的保费, 3200块保费. */
  private static boolean ofPremium(String text, int end) {
    int at = pass(text, pass(text, end, MONEY), "的");
    return at < text.length()
        && text.charAt(at) == '保'
        && (text.startsWith("保费", at) || text.startsWith("保险费", at));
  }

  private static int pass(String text, int at, String one) {
    return at < text.length() && one.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
  }

  private static void amount(Stretch in, Parts parts, int part, boolean sure, Candidates out) {
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
    if (!sure && !likely(in, value, first, last)) {
      return;
    }
    value.append('.');
    for (int i = point + 1; i < point + 3; i++) {
      value.append(i < last ? (char) ('0' + in.digit(i)) : '0');
    }
    out.add(in, first, last, FoundClass.PRICE, 1, value.toString(), WEIGHT);
  }

  /** Whether it looks like an amount: no year, no share, nothing counted. */
  private static boolean likely(Stretch in, CharSequence whole, int first, int last) {
    String text = in.text();
    int begin = in.from(first);
    int end = in.to(last - 1);
    boolean marked = begin > 0 && MARKS.indexOf(text.codePointBefore(begin)) >= 0;
    boolean money = end < text.length() && MONEY.indexOf(text.charAt(end)) >= 0;
    int length = whole.length();
    if (length < FEWEST_ALONE || length > MOST_ALONE || whole.charAt(0) == '0') {
      return false;
    }
    boolean year = length == 4 && (in.digit(first) == 1 ? 9 : 0) == in.digit(first + 1);
    year &= in.digit(first) == 1 || in.digit(first) == 2;
    if (marked || money) {
      return true;
    }
    boolean prose =
        end < text.length()
            && Character.isIdeographic(text.charAt(end))
            && GOES_ON.indexOf(text.charAt(end)) < 0
            && !ofPremium(text, end);
    return !year && !prose && (Clues.behind(text, end) & Clues.NONE) == 0;
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
    return end < in.text().length() && "年月日号%％折款座点天台辆单个平".indexOf(in.text().charAt(end)) >= 0;
  }
}
