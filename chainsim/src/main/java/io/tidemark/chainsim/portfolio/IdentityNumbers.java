package io.tidemark.chainsim.portfolio;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Citizens' identity numbers (GB 11643-1999): division, date of birth, a serial number that is odd
 * for men, and a check character (ISO 7064, MOD 11-2). Date and serial number come from a shuffled
 * order, so that no two people of one portfolio share a number (below 18 million people).
 */
final class IdentityNumbers {
  private static final LocalDate FIRST = LocalDate.of(1955, 1, 1);
  private static final int DAYS = 18_500;
  private static final int SERIALS = 999;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private final Shuffled order;

  IdentityNumbers(long seed) {
    this.order = new Shuffled(Draw.key(seed, "identity number"), (long) DAYS * SERIALS);
  }

  String of(long person, String division) {
    long place = order.at(person);
    LocalDate born = FIRST.plusDays(place / SERIALS);
    String body =
        division
            + born.format(DateTimeFormatter.BASIC_ISO_DATE)
            + padded((int) (place % SERIALS) + 1);
    return body + check(body);
  }

  static boolean male(String identityNumber) {
    return identityNumber.charAt(16) % 2 == 1;
  }

  /** The check character after these 17 digits. */
  static char check(String body) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return "10X98765432".charAt(sum % 11);
  }

  private static String padded(int serial) {
    return String.valueOf(1000 + serial).substring(1);
  }
}
