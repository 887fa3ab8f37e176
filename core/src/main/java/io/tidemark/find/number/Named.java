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
    if (!told(in.text(), in.from(from), FoundClass.ENGINE_NUMBER, out)) {
      return;
    }
    int to = parts.to(i);
    for (int j = i + 1; j < parts.size() && single(in, to, '-') && parts.from(j) == to + 1; j++) {
      to = parts.to(j);
    }
    StringBuilder value = new StringBuilder();
    int digits = 0;
    for (int at = from; at < to && value.length() <= LONGEST_ENGINE; at++) {
      boolean digit = in.kind(at) <= Signs.NUMERAL;
      digits += digit ? 1 : 0;
      value.append(digit ? (char) ('0' + in.digit(at)) : in.face(at));
    }
    int length = value.length();
    if (digits > 0 && length >= SHORTEST_ENGINE && length <= LONGEST_ENGINE) {
      out.add(in, from, to, FoundClass.ENGINE_NUMBER, 1, value.toString(), ENGINE);
    }
  }

  private static boolean single(Stretch in, int at, char face) {
    return at < in.size() && in.kind(at) == Signs.GAP && in.face(at) == face;
  }

  private static boolean told(String text, int at, FoundClass found, Candidates out) {
    return (out.tight(text, at) & Clues.bit(found)) != 0;
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
        && told(text, begin, FoundClass.WECHAT, out)) {
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
