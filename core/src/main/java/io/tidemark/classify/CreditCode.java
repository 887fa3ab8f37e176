package io.tidemark.classify;

/**
 * The unified social credit code of organisations: 18 digits and letters without I, O, S, V, Z, the
 * last of them a check character (GB 32100-2015), the nine before it the organisation code with a
 * check character of its own (GB 11714-1997). Companies own vehicles too.
 */
final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;
  private static final String NATIONWIDE = "10";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  /** The place of each ASCII character in the alphabet, or -1. */
  private static final byte[] VALUES = new byte[128];

  static {
    for (int c = 0; c < VALUES.length; c++) {
      VALUES[c] = (byte) ALPHABET.indexOf(c);
    }
  }

  private CreditCode() {}

  private static int value(char c) {
    return c < VALUES.length ? VALUES[c] : -1;
  }

  static boolean hasShape(String text) {
    if (text.length() != LENGTH || !Chars.digits(text, 2, 8)) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (value(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Shape, place of registration, and both check characters. */
  static boolean holds(String text) {
    return hasShape(text)
        && (text.startsWith(NATIONWIDE, 2) || Provinces.known(Chars.number(text, 2, 4)))
        && text.charAt(16) == organisationCheck(text)
        && text.charAt(17) == check(text);
  }

  /** GB 32100-2015: the weight of the i-th character is 3 to the i-th power. */
  private static char check(String text) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += value(text.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** GB 11714-1997 over the eight characters from the ninth on, letters counting from A = 10. */
  private static char organisationCheck(String text) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(text.charAt(8 + i), 36) * ORGANISATION_WEIGHTS[i];
    }
    return "0X987654321".charAt(sum % 11);
  }
}
