package io.tidemark.classify;

/**
 * Names of persons and organisations: white space gone (one space stays between words of an
 * alphabet), the middle dot of 阿不都·热合曼 in one of its many code points (U+00B7, as GB 18030 exports
 * have it).
 */
final class PersonName {
  private static final Fold FOLD = new Fold("", Fold.Gaps.BETWEEN_LETTERS, false);
  private static final String DOTS = "·•‧・∙⋅●.．";
  private static final char DOT = '·';
  private static final Suspicion UNREADABLE =
      Suspicion.of(
          "name-unreadable", "姓名含有乱码、遮盖符或没有文字", "the name is garbled, masked or has no letter");

  private PersonName() {}

  static Canonical read(String raw) {
    String text = withOneDot(FOLD.apply(raw));
    if (text.isEmpty()) {
      return Canonical.MISSING;
    }
    return readable(text) ? Canonical.sound(text) : Canonical.doubtful(text, UNREADABLE);
  }

  private static boolean readable(String text) {
    boolean letters = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\ufffd' || c == '?' || c == '*') {
        return false;
      }
      letters |= Chars.hanzi(c) || Character.isLetter(c) || Character.isSurrogate(c);
    }
    return letters;
  }

  /** A full stop counts as the middle dot only between hanzi: J. Smith keeps his. */
  private static String withOneDot(String text) {
    StringBuilder out = null;
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c != DOT && !Chars.hanzi(c) && DOTS.indexOf(c) >= 0 && betweenHanzi(text, i)) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, DOT);
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean betweenHanzi(String text, int i) {
    return Chars.hanzi(text.charAt(i - 1)) && Chars.hanzi(text.charAt(i + 1));
  }
}
