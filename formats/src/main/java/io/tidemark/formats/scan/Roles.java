package io.tidemark.formats.scan;

import io.tidemark.formats.grading.GradedColumn;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose each column of a table is: a row may tell of an insured, an owner, a driver and the staff.
 * A word in the heading says so; a column without one belongs to the name on its left, as long as
 * only columns about a person stand between; what is said of vehicle and policy belongs to the
 * first of the roles, as does everything else. Immutable.
 */
final class Roles {
  /** The staff's own party: never the customer. */
  static final int STAFF = 1;

  private static final int MAIN = 0;

  /** Words of headings, the role that a row is about first. */
  private static final List<List<String>> WORDS =
      List.of(
          List.of("被保险人", "被保人", "insured"),
          List.of("车主", "所有人", "owner"),
          List.of("投保人", "policyholder", "applicant"),
          List.of("联系人", "contact person", "contact name"),
          List.of("驾驶人", "驾驶员", "司机", "driver"),
          List.of("受益人", "beneficiary"));

  private final int[] parties;
  private final boolean[] names;
  private final int count;

  private Roles(int[] parties, boolean[] names, int count) {
    this.parties = parties;
    this.names = names;
    this.count = count;
  }

  static Roles of(List<GradedColumn> columns) {
    List<String> roles = new ArrayList<>();
    String left = "";
    for (GradedColumn column : columns) {
      String role = role(column, left);
      left = aboutAPerson(column) ? role : "";
      roles.add(role);
    }
    String main = main(columns, roles);
    List<String> known = new ArrayList<>(List.of(main, "staff"));
    int[] parties = new int[columns.size()];
    boolean[] names = new boolean[columns.size()];
    for (int i = 0; i < parties.length; i++) {
      String role = roles.get(i).isEmpty() ? main : roles.get(i);
      if (!known.contains(role)) {
        known.add(role);
      }
      parties[i] = known.indexOf(role);
      names[i] = named(columns.get(i));
    }
    return new Roles(parties, names, known.size());
  }

  /** Empty for what nobody's heading tells. */
  private static String role(GradedColumn column, String left) {
    if (field(column).filter(FieldClass.SALESPERSON::equals).isPresent()) {
      return "staff";
    }
    if (!aboutAPerson(column)) {
      return "";
    }
    String heading = column.heading().text().toLowerCase(Locale.ROOT);
    for (int i = 0; i < WORDS.size(); i++) {
      if (WORDS.get(i).stream().anyMatch(heading::contains)) {
        return "role " + i;
      }
    }
    return named(column) ? "name " + column.number() : left;
  }

  private static String main(List<GradedColumn> columns, List<String> roles) {
    Optional<String> plain = roles.stream().filter(role -> role.startsWith("name ")).findFirst();
    if (plain.isPresent()) {
      return plain.get();
    }
    for (int i = 0; i < WORDS.size(); i++) {
      for (int column = 0; column < roles.size(); column++) {
        if (roles.get(column).equals("role " + i) && named(columns.get(column))) {
          return "role " + i;
        }
      }
    }
    return "main";
  }

  private static Optional<FieldClass> field(GradedColumn column) {
    return column.recognised().kind().flatMap(Kind::field);
  }

  private static boolean named(GradedColumn column) {
    return field(column)
        .filter(field -> field == FieldClass.NAME || field == FieldClass.SALESPERSON)
        .isPresent();
  }

  /** Whether what it holds is said of a person, and not of a vehicle, a policy or nobody. */
  private static boolean aboutAPerson(GradedColumn column) {
    Optional<Kind> kind = column.recognised().kind();
    if (kind.isEmpty() || kind.get().equals(Kind.NONE)) {
      return false;
    }
    return kind.get()
        .field()
        .map(
            field ->
                switch (field) {
                  case NAME, IDENTITY_NUMBER, MOBILE, ADDRESS, SALESPERSON -> true;
                  default -> false;
                })
        .orElse(true);
  }

  /** How many parties there may be in a row; those of the row itself and the staff at least. */
  int count() {
    return count;
  }

  /** Whose a column is; 0 for whom the row is about. */
  int party(int column) {
    return parties[column];
  }

  /** Whether a column holds names. */
  boolean name(int column) {
    return names[column];
  }
}
