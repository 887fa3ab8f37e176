package io.tidemark.classify;

import io.tidemark.terms.FieldClass;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the columns of a table whose headings are foreign or missing, by content, by the
 * neighbouring columns and by whatever a heading says. Immutable, thread-safe.
 *
 * @param today the day that expiries lie around
 */
public record ColumnRecognition(LocalDate today) {
  private static final double FAINT = 0.1;
  private static final double EMPTY_COLUMN = 0.5;
  private static final double CONTRADICTED = 0.5;
  private static final double REPEATED_NAMES = 0.4;
  private static final double CLEARLY_FEWER = 0.15;
  private static final int ENOUGH_TO_REPEAT = 15;
  private static final double SALESPEOPLE = 0.5;
  private static final double TIED = 0.65;

  /** From this confidence on nobody need be asked what a column's values are. */
  public static final double BEYOND_DOUBT = 0.9;

  /** Classes whose values look like no other's. */
  public static final Set<FieldClass> UNMISTAKABLE =
      Set.of(FieldClass.MOBILE, FieldClass.IDENTITY_NUMBER, FieldClass.PLATE, FieldClass.VIN);

  /** Classes whose values may look like anything that is not clearly another class. */
  static final Set<FieldClass> LOOSE =
      Set.of(
          FieldClass.NAME,
          FieldClass.SALESPERSON,
          FieldClass.MODEL,
          FieldClass.ADDRESS,
          FieldClass.INSURANCE_KIND,
          FieldClass.ENGINE_NUMBER,
          FieldClass.POLICY_NUMBER,
          FieldClass.REMARK,
          FieldClass.AGENCY);

  /** As of that day. */
  public static ColumnRecognition asOf(LocalDate today) {
    return new ColumnRecognition(today);
  }

  /**
   * One guess for each column of one table, in the same order. Several columns may share a class.
   */
  public List<ColumnGuess> guess(List<SampledColumn> table) {
    return profiles(table).stream().map(ColumnRecognition::best).toList();
  }

  /** What the columns look like beside each other, in the same order. */
  List<ColumnProfile> profiles(List<SampledColumn> table) {
    List<ColumnProfile> columns = table.stream().map(ColumnProfile::new).toList();
    new DateRoles(today).assign(columns);
    tellSalespeople(columns);
    return columns;
  }

  /**
   * Salespeople repeat, customers hardly do. Where a short sample cannot show that, the customer by
   * habit stands left, and neither guess is sure.
   */
  private static void tellSalespeople(List<ColumnProfile> columns) {
    List<ColumnProfile> names =
        columns.stream().filter(c -> c.confidence(FieldClass.NAME) >= REPEATED_NAMES).toList();
    double most = names.stream().mapToDouble(ColumnProfile::distinct).max().orElse(0);
    boolean customerSeen = false;
    boolean tied = names.stream().filter(c -> !repeats(c, most)).count() > 1;
    for (ColumnProfile column : names) {
      double looks = column.confidence(FieldClass.NAME);
      if (repeats(column, most) || customerSeen) {
        column.trust(FieldClass.SALESPERSON, looks * SALESPEOPLE);
        column.trust(FieldClass.NAME, looks * SALESPEOPLE * SALESPEOPLE);
      } else {
        column.trust(FieldClass.NAME, tied ? looks * TIED : looks);
        customerSeen = true;
      }
    }
  }

  private static boolean repeats(ColumnProfile column, double most) {
    return column.filled() >= ENOUGH_TO_REPEAT
        && (column.distinct() < most - CLEARLY_FEWER || column.distinct() < REPEATED_NAMES);
  }

  private static ColumnGuess best(ColumnProfile column) {
    return List.of(FieldClass.values()).stream()
        .map(field -> new ColumnGuess(Optional.of(field), withHeading(column, field)))
        .max(Comparator.comparingDouble(ColumnGuess::confidence))
        .filter(guess -> guess.confidence() >= FAINT)
        .orElseGet(() -> new ColumnGuess(Optional.empty(), 0));
  }

  private static double withHeading(ColumnProfile column, FieldClass field) {
    double content = column.confidence(field);
    if (!column.heading().known()) {
      return content;
    }
    if (!column.heading().field().equals(Optional.of(field))) {
      return content * CONTRADICTED;
    }
    return 1 - (1 - content) * (1 - weight(column, field, content));
  }

  private static double weight(ColumnProfile column, FieldClass field, double content) {
    if (column.filled() == 0) {
      return EMPTY_COLUMN;
    }
    boolean fits = content >= FAINT || (LOOSE.contains(field) && !looksLikeAnother(column));
    return fits ? 0.75 : 0.3;
  }

  private static boolean looksLikeAnother(ColumnProfile column) {
    return column.holdsDates()
        || List.of(FieldClass.values()).stream()
            .anyMatch(field -> column.confidence(field) >= CONTRADICTED);
  }
}
