package io.tidemark.find.number;

import io.tidemark.find.Confidence;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.find.written.Parts;
import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;
import java.util.Locale;

/**
 * Codes that only their word tells: numbers of engines (4 to 20 letters and digits, makers follow
 * no common rule) and accounts of WeChat (a letter, then 5 to 19 letters, digits, dashes and
 * underscores, by WeChat's own rule).
 */
final class Named implements CodeClass {
  private static final int ENGINE = 90;
  private static final int ACCOUNT = 60;
  private static final int SHORTEST_ENGINE = 4;
  private static final int LONGEST_ENGINE = 20;
  private static final int LONGEST_HEAD = 7;
  private static final int FEW = 3;
  private static final int FEWEST = 5;
  private static final int SHORTEST_ACCOUNT = 6;
  private static final int LONGEST_ACCOUNT = 20;

  @Override
  public void find(Stretch in, Candidates out) {
    Parts parts = in.codes();
    for (int i = 0; i < parts.size(); i++) {
      engine(in, parts, i, out);
      account(in, in.from(parts.from(i)), out);
    }
  }

  private static void engine(Stretch in, Parts parts, int i, Candidates out) {
    int from = parts.from(i);
    if (!told(in.text(), in.from(from), parts.to(i) - from, out)) {
      return;
    }
    if (i > 0 && single(in, parts.to(i - 1), ' ') && parts.from(i) == parts.to(i - 1) + 1) {
      boolean joined = serial(in, parts, i) && head(in, parts, i - 1);
      if (joined && told(in.text(), in.from(parts.from(i - 1)), 0, out)) {
        return; // it was joined to what stands before
      }
    }
    int to = parts.to(i);
    int next = i + 1;
    while (next < parts.size() && single(in, to, '-') && parts.from(next) == to + 1) {
      to = parts.to(next++);
    }
    boolean more = next < parts.size() && single(in, to, ' ') && parts.from(next) == to + 1;
    if (next == i + 1 && more && head(in, parts, i) && serial(in, parts, next)) {
      to = parts.to(next);
    }
    StringBuilder value = new StringBuilder();
    int digits = 0;
    for (int at = from; at < to && value.length() <= LONGEST_ENGINE; at++) {
      boolean digit = in.kind(at) <= Signs.NUMERAL;
      digits += digit ? 1 : 0;
      if (digit || in.face(at) != ' ') {
        value.append(digit ? (char) ('0' + in.digit(at)) : in.face(at));
      }
    }
    int length = value.length();
    if (digits > 0 && length >= SHORTEST_ENGINE && length <= LONGEST_ENGINE) {
      out.add(in, from, to, FoundClass.ENGINE_NUMBER, 1, value.toString(), ENGINE);
    }
  }

  /** The type of an engine, as it stands before the number: CFB, 4G15M. */
  private static boolean head(Stretch in, Parts parts, int i) {
    boolean letter = false;
    for (int at = parts.from(i); at < parts.to(i); at++) {
      letter |= in.kind(at) == Signs.LETTER || in.kind(at) == Signs.EITHER;
    }
    int length = parts.to(i) - parts.from(i);
    int from = parts.from(i);
    boolean no = length == 2 && in.face(from) == 'N' && in.face(from + 1) == 'O';
    return letter && !no && length <= LONGEST_HEAD;
  }

  /** The number behind it: up to three letters and no fewer than four digits. */
  private static boolean serial(Stretch in, Parts parts, int i) {
    int digits = 0;
    for (int at = parts.from(i); at < parts.to(i); at++) {
      digits += in.kind(at) == Signs.DIGIT ? 1 : 0;
    }
    int letters = parts.to(i) - parts.from(i) - digits;
    int end = in.to(parts.to(i) - 1);
    boolean year = end < in.text().length() && "年款".indexOf(in.text().charAt(end)) >= 0;
    return letters <= FEW && digits >= SHORTEST_ENGINE && letters + digits > FEWEST && !year;
  }

  private static boolean single(Stretch in, int at, char face) {
    return at < in.size() && in.kind(at) == Signs.GAP && in.face(at) == face;
  }

  /** Whether a word says so; of a long number other classes ask about the words farther off too. */
  private static boolean told(String text, int at, int length, Candidates out) {
    long clue = length >= FEWEST ? out.clue(text, at) : out.tight(text, at);
    return (clue & Clues.TIGHT) != 0 && (clue & Clues.bit(FoundClass.ENGINE_NUMBER)) != 0;
  }

  /** The account around a place of the text, which goes on to both sides as far as its signs do. */
  static void account(Stretch in, int place, Candidates out) {
    String text = in.text();
    int begin = place;
    while (begin > 0 && place - begin < LONGEST_ACCOUNT && sign(text.charAt(begin - 1))) {
      begin--;
    }
    if (letter(text.charAt(begin))
        && hasDigit(text, begin)
        && (out.tight(text, begin) & Clues.bit(FoundClass.WECHAT)) != 0) {
      accountAt(text, begin, out);
    }
  }

  private static boolean hasDigit(String text, int begin) {
    int end = begin;
    while (end < text.length()
        && sign(text.charAt(end))
        && Signs.kind(text.charAt(end)) != Signs.DIGIT) {
      end++;
    }
    return end < text.length() && Signs.kind(text.charAt(end)) == Signs.DIGIT;
  }

  /**
   * Adds the account that begins there.
   *
   * @return whether one does
   */
  static boolean accountAt(String text, int begin, Candidates out) {
    int end = begin;
    while (end < text.length() && end - begin <= LONGEST_ACCOUNT && sign(text.charAt(end))) {
      end++;
    }
    int length = end - begin;
    boolean address = end < text.length() && Signs.face(text.charAt(end)) == '@';
    if (length < SHORTEST_ACCOUNT || length > LONGEST_ACCOUNT || address) {
      return false;
    }
    StringBuilder value = new StringBuilder();
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      value.append(c < 0x80 ? c : Signs.face(c));
    }
    out.add(
        Candidate.of(
            FoundClass.WECHAT,
            new Span(begin, end),
            Confidence.MEDIUM,
            value.toString().toLowerCase(Locale.ROOT),
            ACCOUNT));
    return true;
  }

  private static boolean letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 'Ａ' && c <= 'ｚ');
  }

  private static boolean sign(char c) {
    return letter(c) || (c >= '0' && c <= '9') || (c >= '０' && c <= '９') || c == '_' || c == '-';
  }
}
