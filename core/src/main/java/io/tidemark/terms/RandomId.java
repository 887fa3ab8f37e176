package io.tidemark.terms;

import java.security.SecureRandom;

/**
 * Draws short random names: a letter, a hyphen, 16 characters of Crockford's base 32 in lower case
 * (80 random bits).
 */
final class RandomId {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  static String draw(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append('-');
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  static void check(String prefix, String text) {
    boolean right = text.length() == prefix.length() + 1 + LENGTH && text.startsWith(prefix + "-");
    for (int i = prefix.length() + 1; right && i < text.length(); i++) {
      right = ALPHABET.indexOf(text.charAt(i)) >= 0;
    }
    if (!right) {
      throw new IllegalArgumentException("not an id of the form " + prefix + "-…: " + text);
    }
  }
}
