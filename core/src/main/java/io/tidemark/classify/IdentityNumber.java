package io.tidemark.classify;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of identity documents. Citizen identity numbers (GB 11643-1999): six digits of the
 * division, eight of the birth, three of the sequence, a check character by ISO 7064 MOD 11-2; the
 * 15-digit form of before 1999 is brought to 18 digits. The residence permits of Hong Kong, Macau
 * and Taiwan residents (81, 82, 83) and the foreigners' card of 2023 (9, then a province) follow
 * the same rule. Organisations have a unified social credit code (GB 32100-2015).
 *
 * <p>County codes are not checked: they changed over the decades and old ones stay valid.
 */
final class IdentityNumber {
  private static final Fold FOLD = new Fold(Fold.DASHES + Fold.QUOTES, Fold.Gaps.NONE, true);
  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;
  private static final int EARLIEST_BIRTH = 1900;

  private static final Suspicion WRONG_LENGTH =
      Suspicion.of("id-length", "身份证号码不是18位或15位", "an identity number has 18 or 15 digits");
  private static final Suspicion OTHER_CHARACTERS =
      Suspicion.of("id-characters", "证件号码含有不应出现的字符", "no known document number is written so");
  private static final Suspicion UNKNOWN_REGION =
      Suspicion.of("id-region", "身份证号码的省份代码不存在", "the identity number names no province");
  private static final Suspicion IMPOSSIBLE_BIRTH =
      Suspicion.of("id-date", "身份证号码中的出生日期不可能", "the birth in the identity number is impossible");
  private static final Suspicion FUTURE_BIRTH =
      Suspicion.of("id-date", "身份证号码中的出生日期在将来", "the birth in the identity number is to come");
  private static final Suspicion WRONG_CHECK =
      Suspicion.of("id-check-digit", "证件号码的校验码不符", "the check character does not fit the number");

  private IdentityNumber() {}

  static Canonical read(String raw, LocalDate today) {
    String text = withoutPoint(withLatinX(FOLD.apply(raw)));
    if (Blank.nothing(text)) {
      return Canonical.MISSING;
    }
    if (text.length() == OLD_LENGTH && Chars.digits(text)) {
      return lengthened(text, today);
    }
    if (text.length() == LENGTH && Chars.digits(text, 0, LENGTH - 1)) {
      return citizen(text, today);
    }
    if (CreditCode.hasShape(text)) {
      return CreditCode.holds(text) ? Canonical.sound(text) : Canonical.doubtful(text, WRONG_CHECK);
    }
    return otherDocument(text) ? Canonical.sound(text) : Canonical.doubtful(text, fault(text));
  }

  /**
   * An organisation's code of digits only is told from a citizen's number by the birth that is
   * none.
   */
  private static Canonical citizen(String text, LocalDate today) {
    Suspicion fault = faultBeforeCheck(text, today);
    if (fault != null) {
      return CreditCode.holds(text) ? Canonical.sound(text) : Canonical.doubtful(text, fault);
    }
    return CheckDigits.identity(text) == text.charAt(LENGTH - 1)
        ? Canonical.sound(text)
        : Canonical.doubtful(text, WRONG_CHECK);
  }

  /** A 15-digit number that cannot be one is left as it is: it may have lost three digits. */
  private static Canonical lengthened(String text, LocalDate today) {
    String digits = text.substring(0, 6) + "19" + text.substring(6);
    Suspicion fault = faultBeforeCheck(digits, today);
    return fault == null
        ? Canonical.sound(digits + CheckDigits.identity(digits))
        : Canonical.doubtful(text, fault);
  }

  private static @Nullable Suspicion faultBeforeCheck(String text, LocalDate today) {
    if (!knownRegion(text)) {
      return UNKNOWN_REGION;
    }
    int year = Chars.number(text, 6, 10);
    int month = Chars.number(text, 10, 12);
    int day = Chars.number(text, 12, 14);
    if (year < EARLIEST_BIRTH || !CalendarDate.exists(year, month, day)) {
      return IMPOSSIBLE_BIRTH;
    }
    int now = (today.getYear() * 100 + today.getMonthValue()) * 100 + today.getDayOfMonth();
    return Chars.number(text, 6, 14) > now ? FUTURE_BIRTH : null;
  }

  private static boolean knownRegion(String text) {
    return Provinces.known(Chars.number(text, 0, 2))
        || (text.charAt(0) == '9' && Provinces.known(Chars.number(text, 1, 3)));
  }

  /** Passports, permits of Hong Kong, Macau and Taiwan, foreigners' cards, officers' cards. */
  private static boolean otherDocument(String text) {
    int letters = 0;
    while (letters < text.length() && Chars.upper(text.charAt(letters))) {
      letters++;
    }
    int digits = text.length() - letters;
    boolean tail = Chars.digits(text, letters, text.length());
    return (tail && (letters == 1 || letters == 2) && digits >= 7 && digits <= 10)
        || (tail && letters == 3 && digits == 12)
        || text.contains("字第");
  }

  private static Suspicion fault(String text) {
    if (Chars.powerOfTen(text)) {
      return Suspicion.DIGITS_LOST;
    }
    int digits = Chars.digitRun(text, 0);
    boolean numeric =
        digits == text.length() || (digits == text.length() - 1 && text.charAt(digits) == 'X');
    return numeric ? WRONG_LENGTH : OTHER_CHARACTERS;
  }

  /** Fifteen digits are all that a spreadsheet keeps of a number, so they survive as an amount. */
  private static String withoutPoint(String text) {
    String digits = text.length() > OLD_LENGTH ? Measured.amount(text) : text;
    return digits.length() == OLD_LENGTH ? digits : text;
  }

  /** The multiplication sign and the Cyrillic letter are typed for X. */
  private static String withLatinX(String text) {
    int last = text.length() - 1;
    return last == LENGTH - 1
            && "×Хх✕".indexOf(text.charAt(last)) >= 0
            && Chars.digits(text, 0, last)
        ? text.substring(0, last) + 'X'
        : text;
  }
}
