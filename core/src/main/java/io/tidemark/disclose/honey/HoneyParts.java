package io.tidemark.disclose.honey;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the key alone decides of a honey customer, number by number, and how strongly a leaked row
 * speaks for it. Which parts of a row are compared is a rule on the row; whether they agree depends
 * on the key and the row only, never on the rows among which the customer stood. Stateless.
 */
public final class HoneyParts {
  /** 154 is assigned to nobody in China, so the number cannot ring. */
  static final String UNASSIGNED_SEGMENT = "154";

  static final int MOBILE_DIGITS = 8;
  private static final double MOBILE_CHANCE = 1e-8;
  static final int VIN_DIGITS = 6;
  static final int POLICY_DIGITS = 6;

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int DAYS = 365;
  private static final int SERIALS = 499;
  private static final int[] MONTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final Pattern MOBILE = Pattern.compile("1[0-9]{10}");
  private static final Pattern VIN = Pattern.compile("[A-Z0-9]{11}[0-9]{6}");
  private static final Pattern IDENTITY = Pattern.compile("[0-9]{17}[0-9X]");
  private static final Pattern POLICY = Pattern.compile("[0-9A-Z]{6,30}[0-9]{6}");
  private static final Pattern NAME = Pattern.compile("[\\u4E00-\\u9FFF]{2,4}");

  private HoneyParts() {}

  /**
   * The factor by which a leaked row speaks for one customer: the average, over all sets of parts
   * that the row shows, of [all of them agree] / the product of their chances, so that a corrupted
   * part costs its own weight only. It is (∏ (1 + [it agrees]/chance) − 1) / (2^parts − 1); 0 when
   * no number agrees, which only lowers it. The parts are drawn apart, so its mean over the keys of
   * an innocent is at most 1, whatever the row.
   *
   * @param draw which of the key's customers
   * @param row the leaked row in canonical form
   */
  public static double factor(HoneyKey key, int draw, Map<FieldClass, PersonalText> row) {
    double product = 1;
    double subsets = 1;
    boolean number = false;
    for (FieldClass field : FieldClass.values()) {
      PersonalText leaked = row.get(field);
      Optional<Part> part =
          leaked == null ? Optional.empty() : part(key, draw, field, leaked.reveal(Reveal.TRACE));
      product *= part.map(Part::factor).orElse(1.0);
      subsets *= part.isPresent() ? 2 : 1;
      number |= field != FieldClass.NAME && part.map(Part::agrees).orElse(false);
    }
    return number ? (product - 1) / (subsets - 1) : 0;
  }

  static Optional<Part> part(HoneyKey key, int draw, FieldClass field, String leaked) {
    return switch (field) {
      case MOBILE ->
          shown(
              MOBILE,
              leaked,
              () -> new Part(leaked.equals(mobile(key, draw)), mobileChance(key, draw)));
      case VIN -> shown(VIN, leaked, () -> new Part(leaked.endsWith(vinSerial(key, draw)), 1e-6));
      case POLICY_NUMBER ->
          shown(POLICY, leaked, () -> new Part(leaked.endsWith(policySerial(key, draw)), 1e-6));
      case IDENTITY_NUMBER ->
          shown(
              IDENTITY,
              leaked,
              () ->
                  new Part(
                      leaked.startsWith(birthday(key, draw) + serial(key, draw), 10),
                      1.0 / DAYS / SERIALS));
      case PLATE ->
          leaked.length() == 7 || leaked.length() == 8
              ? plate(key, draw, leaked)
              : Optional.empty();
      case NAME -> shown(NAME, leaked, () -> InventedName.against(key, draw, leaked));
      default -> Optional.empty();
    };
  }

  private static Optional<Part> shown(
      Pattern shape, String leaked, java.util.function.Supplier<Part> part) {
    return shape.matcher(leaked).matches() ? Optional.of(part.get()) : Optional.empty();
  }

  private static Optional<Part> plate(HoneyKey key, int draw, String leaked) {
    double chance = 1;
    for (int at = 2; at < leaked.length(); at++) {
      if (drawn(leaked, at)) {
        chance /= digit(leaked.charAt(at)) ? 10 : LETTERS.length();
      }
    }
    return chance > 1e-3
        ? Optional.empty()
        : Optional.of(new Part(plateLike(key, draw, leaked).equals(leaked), chance));
  }

  /** The pool's number of this draw, or one that cannot ring. */
  static String mobile(HoneyKey key, int draw) {
    return key.numbers()
        .of(draw)
        .map(number -> number.reveal(Reveal.PREPARE))
        .orElseGet(() -> UNASSIGNED_SEGMENT + key.digits(draw, "mobile", MOBILE_DIGITS));
  }

  private static double mobileChance(HoneyKey key, int draw) {
    return key.numbers().of(draw).isPresent() ? key.numbers().chance() : MOBILE_CHANCE;
  }

  /**
   * By what factor one number of a customer is too much for chance, the strongest that a copy with
   * these fields in plain shows, when mobile numbers are of the pool.
   */
  public static double strongest(Set<FieldClass> plain, PoolNumbers pool) {
    double strongest = pool.strength();
    for (FieldClass field : plain) {
      strongest =
          Math.max(
              strongest,
              switch (field) {
                case VIN, POLICY_NUMBER -> 1e6;
                case IDENTITY_NUMBER -> DAYS * SERIALS;
                case PLATE -> 1e5;
                default -> 1;
              });
    }
    return strongest;
  }

  static String vinSerial(HoneyKey key, int draw) {
    return key.digits(draw, "vin", VIN_DIGITS);
  }

  static String policySerial(HoneyKey key, int draw) {
    return key.digits(draw, "policy", POLICY_DIGITS);
  }

  /** Month and day, four digits; never the 29th of February. */
  static String birthday(HoneyKey key, int draw) {
    int day = key.number(draw, "birthday", DAYS);
    int month = 0;
    while (day >= MONTHS[month]) {
      day -= MONTHS[month++];
    }
    return String.format("%02d%02d", month + 1, day + 1);
  }

  /** The three digits before the check digit: odd for men. */
  static String serial(HoneyKey key, int draw) {
    int pair = key.number(draw, "serial", SERIALS);
    return String.format("%03d", 2 * pair + (InventedName.male(key, draw) ? 1 : 2));
  }

  /**
   * A plate of this pattern: office, kind and the places of letters stay, each digit and letter of
   * the serial is the one that the key draws for its place.
   */
  static String plateLike(HoneyKey key, int draw, String pattern) {
    StringBuilder plate = new StringBuilder(pattern);
    for (int at = 2; at < pattern.length(); at++) {
      if (drawn(pattern, at)) {
        boolean digit = digit(pattern.charAt(at));
        int below = digit ? 10 : LETTERS.length();
        int place = key.number(draw, "plate " + at + (digit ? " digit" : " letter"), below);
        plate.setCharAt(at, digit ? (char) ('0' + place) : LETTERS.charAt(place));
      }
    }
    return plate.toString();
  }

  /** New-energy plates have the letter of their kind first or last (GA 36-2018); 学, 挂 … stay. */
  private static boolean drawn(String plate, int at) {
    char c = plate.charAt(at);
    boolean kind =
        plate.length() == 8
            && LETTERS.indexOf(c) >= 0
            && (at == 2 || (at == 7 && digit(plate.charAt(2))));
    return !kind && (digit(c) || LETTERS.indexOf(c) >= 0);
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
