package io.tidemark.formats.text;

import io.tidemark.classify.CheckDigits;
import io.tidemark.classify.Labels;
import io.tidemark.terms.FieldClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What keeps prose with numbers in it from being read as phones and plates: a number is taken only
 * where it is well formed and grouped as people group it. Stateless.
 */
final class WellFormed {
  /** Any day will do: a birth in the future matters to nobody here. */
  private static final Labels LABELS = Labels.asOf(LocalDate.of(2199, 12, 31));

  /** How the eleven digits of a mobile number are set apart. */
  private static final Set<List<Integer>> PHONE_GROUPS =
      Set.of(
          List.of(11),
          List.of(3, 4, 4),
          List.of(3, 8),
          List.of(7, 4),
          List.of(4, 7),
          List.of(4, 4, 3),
          List.of(3, 3, 5),
          List.of(3, 5, 3),
          List.of(5, 6),
          List.of(6, 5),
          List.of(3, 4, 2, 2),
          List.of(3, 2, 2, 4),
          List.of(3, 2, 2, 2, 2),
          List.of(1, 2, 4, 4),
          List.of(1, 10),
          List.of(3, 3, 3, 2),
          List.of(2, 3, 3, 3));

  /** No word before it. */
  private static final Pattern ALONE =
      Pattern.compile("(?:^|[^\\u4E00-\\u9FFF0-9A-Z]|车牌号?码?|牌照|号牌)$");

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static final int VIN_DIGITS = 5;
  private static final int PLATE_HEAD = 2;

  private WellFormed() {}

  static boolean sound(FieldClass kind, String value) {
    return LABELS.label(kind, value).suspicion().isEmpty();
  }

  /** A mobile number in one of the usual groups, or in single digits and pairs evenly set apart. */
  static boolean phone(String value, String written, String before) {
    List<Integer> groups = Shape.groups(written);
    boolean even =
        groups.stream().allMatch(size -> size <= 2)
            && DIGITS.splitAsStream(written).filter(gap -> !gap.isEmpty()).distinct().count() == 1;
    return (even || PHONE_GROUPS.contains(groups)) && sound(FieldClass.MOBILE, value);
  }

  static boolean identity(String value, String written, String before) {
    return sound(FieldClass.IDENTITY_NUMBER, value);
  }

  /**
   * A plate whose serial is written close together, in single characters, or in two groups. One of
   * letters only stands alone or behind its word: 新CHERRY in a sentence is none.
   */
  static boolean plate(String value, String written, String before) {
    List<Integer> serial = Shape.groups(written.substring(1).replaceFirst("^[^A-Z]*[A-Z]", ""));
    List<Integer> groups = serial.get(0) == 0 ? serial.subList(1, serial.size()) : serial;
    boolean usual =
        groups.size() == 1
            || groups.stream().allMatch(size -> size == 1)
            || (groups.size() == 2 && groups.get(1) > 1);
    boolean digits = value.substring(PLATE_HEAD).chars().anyMatch(WellFormed::digit);
    boolean alone = ALONE.matcher(before).find();
    return usual && (digits || alone) && sound(FieldClass.PLATE, value);
  }

  /**
   * A number written close together by its shape, one in groups by its check or what it is called.
   */
  static boolean vin(String value, String written, String before) {
    boolean together = Shape.groups(written).size() == 1;
    return shape(value)
        && (together || CheckDigits.vin(value) || before.matches("(?s).*(?:车架|大架|VIN|V1N).*"));
  }

  private static boolean shape(String vin) {
    return vin.chars().anyMatch(c -> !digit(c))
        && vin.chars().filter(WellFormed::digit).count() >= VIN_DIGITS
        && sound(FieldClass.VIN, vin);
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
