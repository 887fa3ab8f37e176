package io.tidemark.classify;

/**
 * The unified social credit code of organisations: 18 digits and letters without I, O, S, V, Z, the
 * last of them a check character (GB 32100-2015, modulus 31). Companies own vehicles too.
 */
final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private CreditCode() {}

  static boolean hasShape(String text) {
    if (text.length() != LENGTH || !Chars.digits(text, 2, 8)) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Shape and check character. The weight of the i-th character is 3 to the i-th power. */
  static boolean holds(String text) {
    if (!hasShape(text)) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(text.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.indexOf(text.charAt(LENGTH - 1)) == (31 - sum % 31) % 31;
  }
}
