package io.tidemark.find.number;

import io.tidemark.find.FoundClass;
import io.tidemark.find.written.Signs;

/** Accounts of WeChat without a digit, which stand behind their word only. */
public final class Accounts {
  /** The characters with which a word ends that an account of letters may stand behind. */
  public static final String ENDS = "信薇微号xXvVｘＸｖＶ";

  private static final int FILLER = 4;
  private static final int LONGEST = 20;
  private static final String BETWEEN = ":： 是为　";

  private Accounts() {}

  /**
   * Adds the account of letters behind a word that may end at {@code at}.
   *
   * @return whether there was one
   */
  public static boolean lettersOnly(String text, int at, Candidates out) {
    if (ENDS.indexOf(text.charAt(at)) < 0) {
      return false;
    }
    int begin = at + 1;
    while (begin < text.length()
        && begin - at <= FILLER
        && BETWEEN.indexOf(text.charAt(begin)) >= 0) {
      begin++;
    }
    if (begin >= text.length() || !letter(text.charAt(begin))) {
      return false;
    }
    int end = begin;
    while (end < text.length() && end - begin <= LONGEST && sign(text.charAt(end))) {
      end++;
    }
    boolean digit =
        end < text.length() && Signs.digit(text.charAt(end)) >= 0 && !letter(text.charAt(end));
    long clue = digit ? 0 : Clues.before(text, begin);
    long account = Clues.bit(FoundClass.WECHAT) | Clues.TIGHT;
    return (clue & account) == account && Named.accountAt(text, begin, out);
  }

  private static boolean letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean sign(char c) {
    return letter(c) || c == '_' || c == '-';
  }
}
