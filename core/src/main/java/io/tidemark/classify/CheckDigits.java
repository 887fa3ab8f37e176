package io.tidemark.classify;

/**
 * The check characters of numbers that carry one. Each takes the number without spaces, in ASCII
 * digits and upper case, as long as its standard says; stateless and thread-safe.
 */
public final class CheckDigits {
  private static final int[] IDENTITY_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };
  private static final String IDENTITY_CHARACTERS = "10X98765432";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final int VIN_PLACE = 8;
  private static final String VIN_LETTERS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String VIN_VALUES = "012345678912345678123457923456789";

  private CheckDigits() {}

  /**
   * The character that belongs after the first 17 digits of a citizen's number (GB 11643-1999, by
   * ISO 7064 MOD 11-2).
   */
  public static char identity(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < IDENTITY_WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
    }
    return IDENTITY_CHARACTERS.charAt(sum % 11);
  }

  /**
   * Whether the ninth of the 17 characters of a vehicle's number checks the others (GB 16735-2019,
   * 49 CFR 565.15). Sound numbers of makers elsewhere may fail.
   */
  public static boolean vin(CharSequence vin) {
    int sum = 0;
    for (int i = 0; i < VIN_WEIGHTS.length; i++) {
      int letter = VIN_LETTERS.indexOf(vin.charAt(i));
      if (letter < 0) {
        return false;
      }
      sum += VIN_WEIGHTS[i] * (VIN_VALUES.charAt(letter) - '0');
    }
    return "0123456789X".charAt(sum % 11) == vin.charAt(VIN_PLACE);
  }

  /**
   * Whether the last digit checks the others (ISO/IEC 7812-1 annex B, the formula of Luhn);
   * characters that are no digits are passed over.
   */
  public static boolean luhn(CharSequence digits) {
    int sum = 0;
    int count = 0;
    for (int i = digits.length() - 1; i >= 0; i--) {
      char c = digits.charAt(i);
      if (Chars.digit(c)) {
        int digit = (c - '0') * (count % 2 == 0 ? 1 : 2);
        sum += digit > 9 ? digit - 9 : digit;
        count++;
      }
    }
    return count > 1 && sum % 10 == 0;
  }

  /**
   * Whether this is a unified social credit code (GB 32100-2015): shape, place of registration, and
   * both check characters.
   */
  public static boolean creditCode(String code) {
    return CreditCode.holds(code);
  }
}
