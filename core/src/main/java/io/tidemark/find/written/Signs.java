package io.tidemark.find.written;

import io.tidemark.classify.Plate;

/**
 * What each character is to whoever reads numbers off a text. The tables are read for each
 * character of a text, which is why a kind is a byte here. Immutable.
 *
 * <p>Digits of all scripts and shapes are told by Unicode's own properties (decimal digits; other
 * numbers with a value of one digit: ①, ⒈, ➊, ⓵, 🄁, superscripts), letters by compatibility
 * (NFKC), and what Unicode does not know by the lists below: numerals as on banknotes and on the
 * telephone, look-alikes of other alphabets, letters in squares.
 */
public final class Signs {
  /** A character that no number holds; it ends a stretch. */
  public static final byte PLAIN = 0;

  /** A digit, whatever its script or width. */
  public static final byte DIGIT = 1;

  /** A digit in a circle, with a stop behind it, raised: perhaps a bullet or a note. */
  public static final byte ENCLOSED = 2;

  /** A Chinese numeral. */
  public static final byte NUMERAL = 3;

  /** A letter that people write for a digit: O, I, l. */
  public static final byte EITHER = 4;

  /** Another letter of the Latin alphabet, or one that looks like it. */
  public static final byte LETTER = 5;

  /** The character of a province, as plates begin with it. */
  public static final byte PROVINCE = 6;

  /** What hides a character: *. */
  public static final byte STAR = 7;

  /** What people put between the characters of a number: spaces, dashes, dots, pictures. */
  public static final byte GAP = 8;

  /** What nobody sees: zero width, directions, variation selectors, combining marks. */
  public static final byte IGNORED = 9;

  /** The end of a line. */
  public static final byte LINE = 10;

  private static final String[] SPELT = {
    "〇零○◯洞", "一壹幺么弌丨", "二贰貳弍两兩", "三叁參叄弎", "四肆", "五伍", "六陆陸", "七柒拐", "八捌", "九玖勾"
  };
  private static final String DASHES = "‐‑‒–—―−─━－﹣⁃";
  private static final String DOTS = "·•‧・∙⋅･";
  private static final String STARS = "*＊✱∗﹡⁎★☆■█▇●";
  private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0\u034F";
  private static final String LOOKS = "АВЕКМНОРСТУХІЈЅаеорсухіјѕӀӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι×✕✖ⅩⅹΧχ";
  private static final String LIKE = "ABEKMHOPCTYXIJSaeopcyxijsIlABEZHIKMNOPTYXoiXXXXxXx";

  private static final int BMP = 0x10000;
  private static final int KIND_AT = 16;
  private static final int DIGIT_AT = 24;

  /** Read for every character of a text, so it stands by itself. */
  private static final byte[] KIND = new byte[BMP];

  /** Face, kind and digit, which are wanted together. */
  private static final int[] SIGN = new int[BMP];

  static {
    for (int c = 0; c < BMP; c++) {
      Sign sign = Character.isSurrogate((char) c) ? Sign.plain((char) c) : of(c);
      KIND[c] = sign.kind;
      SIGN[c] = sign.packed();
    }
  }

  private record Sign(byte kind, byte digit, char face) {
    int packed() {
      return face | kind << KIND_AT | digit << DIGIT_AT;
    }

    static Sign plain(char face) {
      return new Sign(PLAIN, (byte) -1, face);
    }

    static Sign digit(byte kind, int value) {
      return new Sign(kind, (byte) value, (char) ('0' + value));
    }

    static Sign gap(char face) {
      return new Sign(GAP, (byte) -1, face);
    }
  }

  private Signs() {}

  /** The kind of a character; of half a surrogate pair {@link #PLAIN}. */
  public static byte kind(char c) {
    return KIND[c];
  }

  /** The kind of a code point. */
  public static byte kind(int point) {
    return point < BMP ? KIND[point] : of(point).kind;
  }

  /** The digit that it stands or may stand for, else -1. */
  public static int digit(int point) {
    return digitOf(sign(point));
  }

  /** How it is written plainly: ASCII digits, upper case, one kind of space, dash, dot and star. */
  public static char face(int point) {
    return (char) sign(point);
  }

  /** Face, kind and digit of a code point at once. */
  static int sign(int point) {
    return point < BMP ? SIGN[point] : of(point).packed();
  }

  /** The kind in what {@link #sign} told; the face are its lowest sixteen bits. */
  static byte kindOf(int sign) {
    return (byte) (sign >> KIND_AT & 0xF);
  }

  /** The digit in what {@link #sign} told, or -1. */
  static int digitOf(int sign) {
    return sign >> DIGIT_AT;
  }

  /** The same face and digit of another kind. */
  static int as(byte kind, int sign) {
    return sign & ~(0xFF << KIND_AT) | kind << KIND_AT;
  }

  private static Sign of(int point) {
    int type = Character.getType(point);
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      return Sign.digit(DIGIT, Character.digit(point, 10));
    }
    if (type == Character.OTHER_NUMBER || (point >= 0x3021 && point <= 0x3029)) {
      int value = Character.getNumericValue(point);
      return value >= 0 && value <= 9 ? Sign.digit(ENCLOSED, value) : Sign.plain(low(point));
    }
    return point < BMP ? ofBmp((char) point, type) : beyond(point, type);
  }

  private static Sign ofBmp(char c, int type) {
    if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
      return new Sign(LINE, (byte) -1, '\n');
    }
    for (int digit = 0; digit < SPELT.length; digit++) {
      if (SPELT[digit].indexOf(c) >= 0) {
        return new Sign(NUMERAL, (byte) digit, c);
      }
    }
    int looks = LOOKS.indexOf(c);
    if (looks >= 0) {
      return letter(LIKE.charAt(looks));
    }
    if (Plate.PROVINCES.indexOf(c) >= 0) {
      return new Sign(PROVINCE, (byte) -1, c);
    }
    if (STARS.indexOf(c) >= 0) {
      return new Sign(STAR, (byte) -1, '*');
    }
    return letterOrGap(c, type);
  }

  private static Sign letterOrGap(char c, int type) {
    if (invisible(type) || BLANK_LETTERS.indexOf(c) >= 0) {
      return new Sign(IGNORED, (byte) -1, c);
    }
    char folded = Compatible.letter(c);
    if (folded != 0) {
      return letter(folded);
    }
    if (c == '\t') {
      return Sign.plain(c);
    }
    if (type == Character.SPACE_SEPARATOR || c == '\u2800' || c == 0) {
      return Sign.gap(' ');
    }
    if (DASHES.indexOf(c) >= 0 || type == Character.DASH_PUNCTUATION) {
      return Sign.gap('-');
    }
    if (DOTS.indexOf(c) >= 0) {
      return Sign.gap('·');
    }
    return separator(c, type);
  }

  private static Sign separator(char c, int type) {
    char half = c >= '！' && c <= '～' ? (char) (c - 0xFEE0) : c;
    if ("./_~,()+|[]".indexOf(half) >= 0) {
      return Sign.gap(half);
    }
    if (c == '、' || c == '…' || c == '。' || c == '【' || c == '】') {
      return Sign.gap(c);
    }
    return type == Character.OTHER_SYMBOL ? Sign.gap('☺') : Sign.plain(c);
  }

  private static Sign beyond(int point, int type) {
    if (invisible(type)) {
      return new Sign(IGNORED, (byte) -1, ' ');
    }
    char folded = Compatible.letter(point);
    if (folded != 0) {
      return letter(folded);
    }
    return type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL
        ? Sign.gap('☺')
        : Sign.plain(low(point));
  }

  private static Sign letter(char c) {
    char upper = Character.toUpperCase(c);
    if (upper == 'O') {
      return new Sign(EITHER, (byte) 0, upper);
    }
    return upper == 'I' || c == 'l'
        ? new Sign(EITHER, (byte) 1, upper)
        : new Sign(LETTER, (byte) -1, upper);
  }

  private static boolean invisible(int type) {
    return type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static char low(int point) {
    return point < BMP ? (char) point : '\uFFFD';
  }
}
