package io.tidemark.formats.scan;

import static io.tidemark.terms.FieldClass.SALESPERSON;

import io.tidemark.classify.LabelledValue;
import io.tidemark.classify.Labels;
import io.tidemark.classify.RecognisedColumn;
import io.tidemark.classify.Suspicion;
import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.Finding.Form;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import io.tidemark.terms.PersonalText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds in the cells of one column. What its heading and content lead to expect is looked at first,
 * by the rules of its class alone; a cell that does not fit is searched like any text, so that a
 * wrong heading hides nothing. Immutable.
 */
final class ColumnFinder {
  private static final int LONGEST_NAME = 30;

  private static final Set<Kind> FREE = Set.of(Kind.of(FieldClass.REMARK), Kind.NONE);

  private final Optional<Kind> kind;
  private final Optional<FieldClass> field;
  private final Optional<FoundClass> expected;
  private final Confidence confidence;
  private final boolean zeroed;
  private final Labels labels;

  private ColumnFinder(
      Optional<Kind> kind,
      Optional<FoundClass> expected,
      Confidence confidence,
      boolean zeroed,
      Labels labels) {
    this.kind = kind;
    this.field = kind.flatMap(Kind::field);
    this.expected = expected;
    this.confidence = confidence;
    this.zeroed = zeroed;
    this.labels = labels;
  }

  /**
   * A finder for a column.
   *
   * @param sample some of its cells
   */
  static ColumnFinder of(RecognisedColumn column, List<String> sample, Labels labels) {
    Optional<FoundClass> damaged = Damage.column(sample);
    Optional<FoundClass> told = column.kind().flatMap(ColumnFinder::first);
    boolean lost = told.isEmpty() && damaged.isPresent();
    return new ColumnFinder(
        lost ? damaged.map(FoundClass::kind) : column.kind(),
        lost ? damaged : told,
        column.sure() ? Confidence.HIGH : Confidence.MEDIUM,
        Damage.zeroed(sample),
        labels);
  }

  /** Whether its cells may hold anything: free text, or nobody knows what. */
  boolean anything() {
    return kind.isEmpty() || FREE.contains(kind.get());
  }

  /** The class that stands first among those of a kind; staff have names too. */
  private static Optional<FoundClass> first(Kind kind) {
    for (FoundClass one : FoundClass.values()) {
      if (one.kind().equals(kind)) {
        return Optional.of(one);
      }
    }
    return kind.field().filter(SALESPERSON::equals).map(staff -> FoundClass.NAME);
  }

  /** Whether the rules of the column say all that there is to say of a cell, and tell it. */
  boolean tells(String cell, Consumer<Finding> found) {
    if (cell.isBlank()) {
      return true;
    }
    return Damage.power(cell)
        ? damaged(cell, found)
        : field.isPresent() && told(field.get(), cell, found);
  }

  private boolean damaged(String cell, Consumer<Finding> found) {
    if (expected.isPresent() && numeric(expected.get())) {
      found.accept(finding(expected.get(), cell, cell.strip(), confidence, Form.DAMAGED));
      return true;
    }
    Optional<FoundClass> guess = Damage.guess(cell);
    guess.ifPresent(
        lost -> found.accept(finding(lost, cell, cell.strip(), Confidence.LOW, Form.DAMAGED)));
    return guess.isPresent();
  }

  /**
   * Whether values of a class may be digits alone, so that a spreadsheet takes them for a number.
   */
  private static boolean numeric(FoundClass found) {
    return switch (found) {
      case NAME, ADDRESS, EMAIL, WECHAT, MODEL, PLATE, VIN, EXPIRY, PRICE -> false;
      default -> true;
    };
  }

  /** Whether the rules of the column's own field say all that there is to say. */
  private boolean told(FieldClass known, String cell, Consumer<Finding> found) {
    if (expected.isEmpty()) {
      return false;
    }
    LabelledValue value = labels.label(known, cell);
    String doubt = value.suspicion().map(Suspicion::code).orElse("");
    return switch (known) {
      case IDENTITY_NUMBER -> document(cell, value, doubt, found);
      case MOBILE, PLATE, VIN, ENGINE_NUMBER, POLICY_NUMBER, EXPIRY, PREMIUM ->
          doubt.isEmpty() && whole(cell, value, found);
      case NAME, SALESPERSON ->
          doubt.isEmpty()
              && cell.length() <= LONGEST_NAME
              && digits(cell) == 0
              && whole(cell, value, found);
      case ADDRESS, MODEL -> {
        whole(cell, value, found);
        yield digits(cell) < 7;
      }
      default -> false;
    };
  }

  private boolean whole(String cell, LabelledValue value, Consumer<Finding> found) {
    if (!value.canonical().isEmpty() && expected.isPresent()) {
      found.accept(
          new Finding(expected.get(), span(cell), confidence, value.canonical(), Form.WHOLE));
    }
    return true;
  }

  private boolean document(
      String cell, LabelledValue value, String doubt, Consumer<Finding> found) {
    String digits = cell.strip();
    boolean wrongCheck = doubt.equals("id-check-digit");
    if (Damage.zeros(digits) && (zeroed || !doubt.isEmpty())) {
      found.accept(finding(FoundClass.IDENTITY_NUMBER, cell, digits, confidence, Form.DAMAGED));
      return true;
    }
    if (value.canonical().isEmpty() || (!doubt.isEmpty() && !wrongCheck)) {
      return value.canonical().isEmpty();
    }
    found.accept(
        new Finding(
            Papers.kind(cell, value.canonical()),
            span(cell),
            wrongCheck ? Confidence.LOW : confidence,
            value.canonical(),
            Form.WHOLE));
    return true;
  }

  /**
   * Tells what was found in a cell that was searched like any text, because it is not what its
   * column holds; and one that was masked, or is of the column's kind by its shape.
   *
   * @param all what was found in it
   */
  void searched(String cell, List<Finding> all, Consumer<Finding> found) {
    all.forEach(found);
    if (expected.isEmpty() || ofTheField(all)) {
      return;
    }
    if (field.isPresent()) {
      Stars.value(field.get(), cell)
          .ifPresent(
              value -> found.accept(finding(expected.get(), cell, value, confidence, Form.MASKED)));
    } else if (all.isEmpty()) {
      Papers.other(expected.get(), cell)
          .ifPresent(
              value ->
                  found.accept(
                      finding(expected.get(), cell, value, Confidence.MEDIUM, Form.WHOLE)));
    }
  }

  private boolean ofTheField(List<Finding> all) {
    for (Finding one : all) {
      if (one.found().kind().field().equals(field)) {
        return true;
      }
    }
    return false;
  }

  private static int digits(String cell) {
    int digits = 0;
    for (int i = 0; i < cell.length(); i++) {
      digits += Character.isDigit(cell.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static Finding finding(
      FoundClass found, String cell, String value, Confidence confidence, Form form) {
    return new Finding(found, span(cell), confidence, PersonalText.of(value), form);
  }

  /** The cell without what is blank around it. */
  private static Span span(String cell) {
    int start = 0;
    while (Character.isWhitespace(cell.charAt(start))) {
      start++;
    }
    int end = cell.length();
    while (Character.isWhitespace(cell.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }
}
