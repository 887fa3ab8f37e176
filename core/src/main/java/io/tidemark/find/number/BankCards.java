package io.tidemark.find.number;

import io.tidemark.classify.CheckDigits;
import io.tidemark.find.FoundClass;
import java.util.Set;

/**
 * Numbers of bank cards (ISO/IEC 7812): 13 to 19 digits, the last by the formula of Luhn, the first
 * those of an issuer: 62 UnionPay, 4 Visa, 51 to 55 and 2221 to 2720 Mastercard, 35 JCB, 34 and 37
 * American Express, and of cards issued in China before UnionPay's range. Without a word beside it
 * a card needs both; with one, a wrong check digit lowers the confidence.
 */
final class BankCards implements DigitClass {
  private static final int NAMED = 90;
  private static final int ALONE = 66;
  private static final int SHORTEST = 13;
  private static final Set<Long> GROUPS =
      Set.of(0x4444L, 0x44443L, 0x4443L, 0x44442L, 0x44441L, 0x667L, 0x465L, 0x4447L, 0x664L);
  private static final long CLUES = Clues.bit(FoundClass.BANK_CARD);

  @Override
  public void judge(Run run, Candidates out) {
    int length = run.length();
    if (length < SHORTEST || run.digit(0) == '0') {
      return;
    }
    long clue = run.clue(out);
    boolean named = (clue & CLUES) != 0;
    boolean issuer = issuer(run, length);
    if (!(issuer || (named && length >= 15)) || (clue & Clues.NONE) != 0) {
      return;
    }
    String number = run.text(0);
    boolean checks = CheckDigits.luhn(number);
    if (!(named || checks) || !usual(run) || !run.mostlyDigits() || !run.alone()) {
      return;
    }
    int grounds = (checks ? 1 : 0) + (named ? 1 : 0);
    out.add(
        run.stretch(),
        run.first(),
        run.last(),
        FoundClass.BANK_CARD,
        grounds,
        number,
        named ? NAMED : ALONE);
  }

  /** In one piece, in fours with a rest, in sixes, or sign by sign. */
  private static boolean usual(Run run) {
    return run.groupCount() <= 2 || run.even() || GROUPS.contains(run.grouping());
  }

  private static boolean issuer(Run run, int length) {
    int two = run.number(0, 2);
    int four = run.number(0, 4);
    return switch (length) {
      case 15 -> two == 34 || two == 37;
      case 16 -> two == 62 || run.digit(0) == '4' || master(two, four) || two == 35;
      case 17, 18 -> two == 62;
      case 19 -> two == 62 || four == 9558 || four == 9559 || four == 6013 || four == 6014;
      default -> false;
    };
  }

  private static boolean master(int two, int four) {
    return (two >= 51 && two <= 55) || (four >= 2221 && four <= 2720);
  }
}
