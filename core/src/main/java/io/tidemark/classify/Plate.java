package io.tidemark.classify;

/**
 * Number plates by GA 36-2018: ordinary, new-energy, police, learner, trailer, Hong Kong and Macau,
 * embassy and consulate, besides military, armed-police and tractor plates. How letters and digits
 * mix in a serial differs between issuing offices and is not checked; I and O never occur in one.
 */
public final class Plate {
  private static final Fold FOLD =
      new Fold(Fold.DASHES + Fold.QUOTES + ".·•‧・∙⋅●_", Fold.Gaps.NONE, true);

  /** The provinces as plates abbreviate them. */
  public static final String PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";

  /** What may stand at the end of a serial. */
  public static final String TAILS = "警学挂港澳领试超";

  private static final String NEW_ENERGY = "ABCDEFGHJK";
  private static final String OLD_FORCES = "军空海北沈兰济南广成";

  private static final Suspicion WRONG_SHAPE =
      Suspicion.of("plate-shape", "不符合任何一种号牌的编排", "no kind of number plate is written so");

  private Plate() {}

  static Canonical read(String raw) {
    String text = FOLD.apply(raw);
    if (Blank.nothing(text) || notYetRegistered(text)) {
      return Canonical.MISSING;
    }
    return hasShape(text) ? Canonical.sound(text) : Canonical.doubtful(text, WRONG_SHAPE);
  }

  private static boolean notYetRegistered(String text) {
    return switch (text) {
      case "新车", "无牌", "未上牌", "暂未上牌", "新车未上牌" -> true;
      default -> false;
    };
  }

  /** Whether a text in upper case, without separators, is composed as a kind of plate is. */
  public static boolean hasShape(String text) {
    int length = text.length();
    if (length < 6 || length > 9) {
      return false;
    }
    char head = text.charAt(0);
    if (PROVINCES.indexOf(head) >= 0) {
      return civil(text, length);
    }
    return armedPolice(text, length)
        || (length == 7 && military(text))
        || (length == 7 && head == '使' && Chars.digits(text, 1, 7))
        || (length == 7 && text.charAt(6) == '使' && Chars.digits(text, 0, 6));
  }

  private static boolean civil(String text, int length) {
    if (!Chars.upper(text.charAt(1))) {
      return digitsOfTractor(text, length);
    }
    if (length == 8 && text.endsWith("应急")) {
      return serial(text, 2, 6);
    }
    char last = text.charAt(length - 1);
    if (length == 7) {
      return serial(text, 2, 6) && (serial(text, 6, 7) || TAILS.indexOf(last) >= 0);
    }
    return length == 8 && newEnergy(text);
  }

  /** Small vehicles have the letter first, large ones last; the other five are a serial. */
  private static boolean newEnergy(String text) {
    boolean small = NEW_ENERGY.indexOf(text.charAt(2)) >= 0 && serial(text, 3, 8);
    return small || (NEW_ENERGY.indexOf(text.charAt(7)) >= 0 && Chars.digits(text, 2, 7));
  }

  private static boolean digitsOfTractor(String text, int length) {
    return length == 8 && Chars.digits(text, 1, 3) && serial(text, 3, 8);
  }

  private static boolean military(String text) {
    boolean old = OLD_FORCES.indexOf(text.charAt(0)) >= 0 && serial(text, 1, 7);
    return old || (letter(text.charAt(0)) && letter(text.charAt(1)) && serial(text, 2, 7));
  }

  private static boolean armedPolice(String text, int length) {
    if (!text.startsWith("WJ")) {
      return false;
    }
    int from = PROVINCES.indexOf(text.charAt(2)) >= 0 ? 3 : 2;
    return serial(text, from, length) && length - from >= 5 && length - from <= 7;
  }

  private static boolean letter(char c) {
    return Chars.upper(c) && c != 'I' && c != 'O';
  }

  private static boolean serial(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Chars.digit(text.charAt(i)) && !letter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
