package io.tidemark.formats.scan;

import io.tidemark.classify.Provinces;
import io.tidemark.find.FoundClass;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that a spreadsheet destroyed. It keeps fifteen digits of a number: longer ones come out
 * as a power of ten, 4.40305E+17, or with zeros where digits were. Stateless.
 */
final class Damage {
  private static final int KEPT = 15;
  private static final Pattern POWER =
      Pattern.compile("\\s*([1-9])(?:[.]([0-9]{1,16})[Ee][+]?|[Ee][+])([0-9]{2})\\s*");

  private Damage() {}

  /** Whether a cell is a power of ten that stands for a number of ten digits or more. */
  static boolean power(String cell) {
    int length = cell.length();
    return length > 3
        && length < 32
        && (cell.indexOf('E') > 0 || cell.indexOf('e') > 0)
        && POWER.matcher(cell).matches();
  }

  /** Whether digits end in as many zeros as a spreadsheet writes for those it dropped. */
  static boolean zeros(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9' || (i >= KEPT && c != '0')) {
        return false;
      }
    }
    return digits.length() > KEPT;
  }

  /** What a power of ten most likely was, with nothing to go by but its size and its beginning. */
  static Optional<FoundClass> guess(String cell) {
    Matcher power = POWER.matcher(cell);
    if (!power.matches()) {
      return Optional.empty();
    }
    String digits = power.group(1) + (power.group(2) == null ? "" : power.group(2));
    int exponent = Integer.parseInt(power.group(3));
    return switch (exponent) {
      case 17 ->
          Provinces.known(Integer.parseInt((digits + "0").substring(0, 2)))
              ? Optional.of(FoundClass.IDENTITY_NUMBER)
              : digits.startsWith("6") ? Optional.of(FoundClass.BANK_CARD) : Optional.empty();
      case 10 -> digits.matches("1[3-9].*") ? Optional.of(FoundClass.MOBILE) : Optional.empty();
      case 15, 16, 18 ->
          digits.matches("6|62.*|4.*|5[1-5].*")
              ? Optional.of(FoundClass.BANK_CARD)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** What most cells of a column were, where most of them are powers of ten. */
  static Optional<FoundClass> column(List<String> cells) {
    List<String> filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
    List<FoundClass> guesses = filled.stream().flatMap(cell -> guess(cell).stream()).toList();
    return guesses.stream()
        .filter(one -> 2 * guesses.stream().filter(one::equals).count() > filled.size())
        .findFirst();
  }

  /** Whether most long numbers of a column end in such zeros. */
  static boolean zeroed(List<String> cells) {
    List<String> longOnes =
        cells.stream().map(String::strip).filter(c -> c.length() > KEPT).toList();
    return 2 * longOnes.stream().filter(Damage::zeros).count() > longOnes.size();
  }
}
