package io.tidemark.find.number;

import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/**
 * All classes of numbers, asked about one stretch after another. Not thread-safe: one belongs to
 * one search.
 */
public final class Numbers {
  /** The characters with which an @, or what people write for it, may begin. */
  public static final String ADDRESS_SIGNS = "@＠艾" + Emails.OPEN;

  /** What stands behind a day or month that is said with 十 alone, at which no search stops. */
  public static final String BEHIND_TEN = "月号日";

  private static final int FEWEST = 5;
  private static final int SHORTEST = 4;
  private static final DigitClass[] DIGITS = {
    new MobileNumbers(),
    new IdentityNumbers(),
    new BankCards(),
    new OtherTelephones(),
    new NamedNumbers()
  };
  private static final CodeClass[] ALWAYS = {new Expiries(), new Prices(), new Models()};
  private static final CodeClass PLATES = new Plates();
  private static final CodeClass OTHER_PLATES = new OtherPlates();
  private static final CodeClass MASKED = new Masked();
  private static final CodeClass NAMED = new Named();
  private static final CodeClass DAMAGED = new Damaged();

  /** What may go on behind a number that stands alone. */
  private static final byte[] GOES_ON = new byte[0x10000];

  private static final byte YEAR = 1;
  private static final byte DAY = 2;
  private static final byte TEN = 3;
  private static final byte MONEY = 4;

  static {
    "年款系".chars().forEach(c -> GOES_ON[c] = YEAR);
    "月号日".chars().forEach(c -> GOES_ON[c] = DAY);
    GOES_ON['十'] = TEN;
    for (int c = 0; c < GOES_ON.length; c++) {
      GOES_ON[c] = Prices.goesOn((char) c) ? MONEY : GOES_ON[c];
    }
  }

  private final Run run = new Run();
  private final Codes codes;

  /** Knows policy numbers by {@code shapes} too. */
  public Numbers(PolicyShapes shapes) {
    codes = new Codes(new Vins(), new Documents(), new PolicyNumbers(shapes));
  }

  /** Adds what the stretch may hold. */
  public void find(Stretch in, Candidates out) {
    for (CodeClass one : ALWAYS) {
      one.find(in, out);
    }
    if (in.size() < SHORTEST) {
      return;
    }
    boolean letters = in.has(Signs.LETTER);
    PLATES.find(in, out);
    OTHER_PLATES.find(in, out);
    NAMED.find(in, out);
    if (in.has(Signs.STAR) || (letters && in.mayHave('X'))) {
      MASKED.find(in, out);
    }
    if (letters && in.mayHave('E')) {
      DAMAGED.find(in, out);
    }
    if (letters && in.mayHave('A')) {
      Emails.find(in, out);
    }
    if (in.trueDigits() >= FEWEST) {
      run.each(in, DIGITS, out);
    }
    codes.each(in, out);
    if (!out.isEmpty() && in.has(Signs.PROVINCE)) {
      NamedModels.behindPlates(in.text(), out);
    }
  }

  /**
   * Whether nothing can be found of up to four digits that stand alone in prose: neither a year, an
   * amount nor a word goes with them.
   *
   * @param parted whether a point stands between two of them
   */
  public static boolean nothing(String text, int from, int to, boolean parted) {
    byte goesOn = to < text.length() ? GOES_ON[text.charAt(to)] : 0;
    if (goesOn == YEAR || (goesOn == MONEY && money(text, from, to, parted))) {
      return false;
    }
    boolean day = (goesOn == DAY || parted) && DaysOfNoYear.may(text, from);
    return !day && Clues.tight(text, from) == 0;
  }

  private static boolean money(String text, int from, int to, boolean parted) {
    return parted ? Prices.may(text, to) : Prices.ofPremium(text, from, to);
  }

  /** Whether something may be found of one Chinese numeral that stands alone in prose. */
  public static boolean spelt(String text, int at) {
    byte goesOn = at + 1 < text.length() ? GOES_ON[text.charAt(at + 1)] : 0;
    boolean ten = goesOn == TEN || (at > 0 && text.charAt(at - 1) == '十');
    return (goesOn == MONEY && Prices.may(text, at + 1))
        || ((ten || goesOn == DAY) && (DaysOfNoYear.may(text, at) || Clues.tight(text, at) != 0));
  }

  /**
   * Adds the day that 十月十号, 十月 or 十号 says, of which a 月, 号 or 日 stands at {@code at}.
   *
   * @return whether there was one
   */
  public static boolean ofTen(String text, int at, Candidates out) {
    boolean ten =
        BEHIND_TEN.indexOf(text.charAt(at)) >= 0
            && at > 0
            && text.charAt(at - 1) == '十'
            && (at == 1 || Signs.digit(text.charAt(at - 2)) < 0);
    if (!ten) {
      return false;
    }
    int before = out.size();
    DaysOfNoYear.find(text, at - 1, out);
    return out.size() > before;
  }

  /** Whether an @, or what people write for it, stands there. */
  public static boolean isAddressSign(String text, int at) {
    return Emails.signEnd(text, at) > 0;
  }

  /** Adds the address around an @, or what stands for it. */
  public static void address(String text, int at, Candidates out) {
    Emails.find(text, at, out);
  }

  /** Adds the address whose first part goes on at {@code at}, if one does. */
  public static void addressOver(String text, int at, Candidates out) {
    int sign = Emails.sign(text, at);
    if (sign >= 0) {
      Emails.find(text, sign, out);
    }
  }
}
