package io.tidemark.classify;

/**
 * Mobile numbers of mainland China: eleven digits beginning with 13 to 19 (E.164 country code 86;
 * numbering plan of the Ministry of Industry and Information Technology, virtual operators' 162,
 * 165, 167, 170, 171 and the 19x ranges included).
 */
final class MobileNumber {
  private static final int LENGTH = 11;

  /** No number with its prefix is longer, however it is written; longer text is left alone. */
  private static final int LONGEST_WRITTEN = 32;

  private static final Fold FOLD =
      new Fold(Fold.DASHES + Fold.QUOTES + "()_·•", Fold.Gaps.NONE, true);

  private static final Suspicion WRONG_LENGTH =
      Suspicion.of("phone-length", "手机号不是11位数字", "a mobile number has 11 digits");
  private static final Suspicion WRONG_PREFIX =
      Suspicion.of("phone-prefix", "手机号不以13至19开头", "a mobile number begins with 13 to 19");
  private static final Suspicion FOREIGN =
      Suspicion.of("phone-foreign", "不是中国大陆的手机号", "not a number of mainland China");
  private static final Suspicion OTHER_CHARACTERS =
      Suspicion.of("phone-characters", "手机号含有数字以外的字符", "a mobile number has digits only");

  private MobileNumber() {}

  static Canonical read(String raw) {
    String folded = FOLD.apply(raw);
    String text = folded.length() > LONGEST_WRITTEN ? folded : bare(folded);
    if (Blank.nothing(text)) {
      return Canonical.MISSING;
    }
    if (Chars.digits(text)) {
      return judged(text);
    }
    boolean foreign = text.charAt(0) == '+' && Chars.digits(text, 1, text.length());
    return Canonical.doubtful(
        text,
        foreign ? FOREIGN : Chars.powerOfTen(text) ? Suspicion.DIGITS_LOST : OTHER_CHARACTERS);
  }

  private static Canonical judged(String digits) {
    if (digits.length() != LENGTH) {
      return Canonical.doubtful(digits, WRONG_LENGTH);
    }
    return mobileAt(digits, 0) ? Canonical.sound(digits) : Canonical.doubtful(digits, WRONG_PREFIX);
  }

  private static boolean mobileAt(String text, int at) {
    return text.length() - at == LENGTH
        && text.charAt(at) == '1'
        && text.charAt(at + 1) >= '3'
        && Chars.digits(text, at, text.length());
  }

  /** 138.1234.5678 is a style. */
  private static String withoutDots(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    String digits = text.replace(".", "");
    return Chars.digits(digits, digits.startsWith("+") ? 1 : 0, digits.length()) ? digits : text;
  }

  /** Prefixes may be doubled (+86 0086 …) and dots may hide one, hence the repetition. */
  private static String bare(String text) {
    String bare = withoutDots(Measured.whole(text));
    int skip = prefix(bare);
    if (skip > 0 && skip < bare.length()) {
      return bare(bare.substring(skip));
    }
    return bare;
  }

  private static int prefix(String text) {
    if (text.startsWith("+86")) {
      return 3;
    }
    if (text.startsWith("0086")) {
      return 4;
    }
    if (text.startsWith("86") && mobileAt(text, 2)) {
      return 2;
    }
    return text.startsWith("0") && mobileAt(text, 1) ? 1 : 0;
  }
}
