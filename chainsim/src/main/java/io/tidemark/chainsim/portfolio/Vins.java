package io.tidemark.chainsim.portfolio;

/**
 * Vehicle identification numbers (GB 16735, ISO 3779): maker, description, check position, model
 * year, plant, serial number. Description and serial number come from a shuffled order, so no two
 * vehicles of one portfolio share a number.
 */
final class Vins {
  private static final String LETTERS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String VALUES = "012345678912345678123457923456789";
  private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final String YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";
  private static final int YEAR_OF_A = 2010;
  private static final int SERIALS = 1_000_000;
  private static final long DESCRIPTIONS = 33L * 33 * 33 * 33 * 33;

  private final Shuffled order;

  Vins(long seed) {
    this.order = new Shuffled(Draw.key(seed, "vin"), DESCRIPTIONS * SERIALS);
  }

  String of(long vehicle, String maker, int year, char plant) {
    long place = order.at(vehicle);
    char yearCode = YEARS.charAt(Math.floorMod(year - YEAR_OF_A, YEARS.length()));
    String serial = String.valueOf(SERIALS + place % SERIALS).substring(1);
    String head = maker + description(place / SERIALS);
    String tail = "" + yearCode + plant + serial;
    return head + check(head + '0' + tail) + tail;
  }

  /** The character of position 9, which is not counted itself. */
  static char check(String vin) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (VALUES.charAt(LETTERS.indexOf(vin.charAt(i))) - '0');
    }
    return "0123456789X".charAt(sum % 11);
  }

  private static String description(long number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      text.append(LETTERS.charAt((int) (number % 33)));
      number /= 33;
    }
    return text.toString();
  }
}
