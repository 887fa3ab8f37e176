package io.tidemark.trace;

import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.terms.FieldClass;
import io.tidemark.vault.Locator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * In how much a leaked row and a record agree. The one rule by which a row is about somebody: the
 * inquiry asks it of the opened originals, a third party of what the evidence opens.
 *
 * @param numbers how many numbers agree: mobile, plate, VIN, policy, identity
 * @param name whether the name agrees
 * @param others what else agrees, weighed: the door counts as two signs, expiry, model and remark
 *     as one each
 */
public record Agreement(int numbers, boolean name, int others) {
  /**
   * What must agree besides a name: the door, or two of expiry, model and remark. Namesakes live in
   * one city, are served by one agency, drive one model, and one in 365 has the same expiry.
   */
  private static final int ANOTHER_SIGN = 2;

  /**
   * Compares.
   *
   * @param agrees whether the row's canonical value of a field is the record's
   * @param cells the spellings of the record's marked values that the row shows
   */
  public static Agreement of(Predicate<FieldClass> agrees, List<Leak.Cell> cells) {
    int numbers = 0;
    for (Locator kind : Locator.all()) {
      numbers += kind != Locator.NAME && agrees.test(kind.field()) ? 1 : 0;
    }
    Map<FieldClass, Integer> values = new EnumMap<>(FieldClass.class);
    for (Leak.Cell cell : cells) {
      int weight = cell.shown().mask() == 0 ? 0 : weight(cell.carrier());
      values.merge(cell.carrier().field(), weight, Math::max);
    }
    int others = agrees.test(FieldClass.EXPIRY) ? 1 : 0;
    others += values.values().stream().mapToInt(Integer::intValue).sum();
    return new Agreement(numbers, agrees.test(FieldClass.NAME), others);
  }

  /** Whether the row is about this person: by a number, or by a name and more. */
  public boolean somebody() {
    return numbers > 0 || (name && others >= ANOTHER_SIGN);
  }

  /** How well they agree: a number before everything else. */
  int strength() {
    return 10 * numbers + (name ? 1 : 0) + others;
  }

  /** What it says about the person that a value agrees, however it is spelled. */
  private static int weight(Carrier carrier) {
    return switch (carrier) {
      case PROVINCE, MUNICIPALITY, AGENCY_FORM, DEALER_FORM, AGENCY_BRANCH -> 0;
      case UNIT -> ANOTHER_SIGN;
      default -> 1;
    };
  }
}
