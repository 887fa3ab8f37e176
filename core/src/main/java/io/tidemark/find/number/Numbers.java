package io.tidemark.find.number;

import io.tidemark.find.written.Signs;
import io.tidemark.find.written.Stretch;

/**
 * All classes of numbers, asked about one stretch after another. Not thread-safe: one belongs to
 * one search.
 */
public final class Numbers {
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
  private static final CodeClass MASKED = new Masked();
  private static final CodeClass NAMED = new Named();
  private static final CodeClass DAMAGED = new Damaged();

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
    NAMED.find(in, out);
    if (letters || in.has(Signs.STAR)) {
      MASKED.find(in, out);
    }
    if (letters) {
      DAMAGED.find(in, out);
    }
    if (in.trueDigits() >= FEWEST) {
      run.each(in, DIGITS, out);
    }
    codes.each(in, out);
  }

  /**
   * Whether nothing can be found of up to four digits that stand alone in prose: neither a year nor
   * a word goes with them.
   */
  public static boolean nothing(String text, int from, int to) {
    boolean year = to < text.length() && "年款".indexOf(text.charAt(to)) >= 0;
    return !year && Clues.tight(text, from) == 0;
  }

  /** Adds the address around an @. */
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
