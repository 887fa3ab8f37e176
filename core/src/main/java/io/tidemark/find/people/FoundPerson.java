package io.tidemark.find.people;

import io.tidemark.find.Finding;
import io.tidemark.find.FoundClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Findings about one person or vehicle.
 *
 * @param findings in the order of the text, at least one
 */
public record FoundPerson(List<Finding> findings) {
  private static final Set<FoundClass> REACHES =
      EnumSet.of(FoundClass.MOBILE, FoundClass.LANDLINE, FoundClass.WECHAT);
  private static final List<FoundClass> CLASSES = List.of(FoundClass.values());
  private static final double UNREACHABLE = 0.4;

  /** Copies the list. */
  public FoundPerson {
    findings = List.copyOf(findings);
  }

  /**
   * How usable the record is to somebody who calls people about their insurance, 0 to 1: a way to
   * reach them, whom to ask for, which vehicle, and when its policy ends are what is sold; a number
   * that is masked or damaged counts a quarter, and whoever cannot be reached less than half.
   */
  public double usable() {
    double[] whole = new double[CLASSES.size()];
    for (Finding finding : findings) {
      int found = finding.found().ordinal();
      whole[found] = Math.max(whole[found], finding.form() == Finding.Form.WHOLE ? 1 : 0.25);
    }
    double sum = 0;
    double reached = 0;
    for (FoundClass found : CLASSES) {
      sum += weight(found) * whole[found.ordinal()];
      reached = REACHES.contains(found) ? Math.max(reached, whole[found.ordinal()]) : reached;
    }
    return Math.min(1, sum) * (UNREACHABLE + (1 - UNREACHABLE) * reached);
  }

  private static double weight(FoundClass found) {
    return switch (found) {
      case MOBILE -> 0.35;
      case NAME, PLATE -> 0.2;
      case EXPIRY -> 0.2;
      case LANDLINE, WECHAT -> 0.15;
      case IDENTITY_NUMBER, VIN, MODEL, PRICE -> 0.05;
      case ADDRESS, POLICY_NUMBER -> 0.04;
      default -> 0.02;
    };
  }
}
