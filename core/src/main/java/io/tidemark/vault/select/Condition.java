package io.tidemark.vault.select;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Says which records are meant. Compared with canonical values (dates as ISO 8601 yyyy-MM-dd,
 * amounts with two decimals). A missing value is the empty text: it equals only {@code ""}, begins
 * with nothing else, and lies in no range. Immutable, thread-safe, compared by value.
 */
public sealed interface Condition {
  /**
   * Whether a record falls under it.
   *
   * @param canonical the record's canonical value of a field; {@link PersonalText} without text
   *     where the record has none
   */
  boolean holds(Function<FieldClass, PersonalText> canonical);

  /** The fields that it looks at, none twice. */
  Set<FieldClass> fields();

  /** The value is one of these; a single one is written {@code =}. */
  record OneOf(FieldClass field, List<PersonalText> values) implements Condition {
    /** Copies the list; refuses an empty one. */
    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a list of values has at least one");
      }
    }

    @Override
    public boolean holds(Function<FieldClass, PersonalText> canonical) {
      return values.contains(canonical.apply(field));
    }

    @Override
    public Set<FieldClass> fields() {
      return Set.of(field);
    }
  }

  /** The value begins with this text, which is not empty. */
  record Begins(FieldClass field, PersonalText prefix) implements Condition {
    /** Refuses an empty prefix: it would hold for everything. */
    public Begins {
      if (prefix.isEmpty()) {
        throw new IllegalArgumentException("a beginning has at least one character");
      }
    }

    @Override
    public boolean holds(Function<FieldClass, PersonalText> canonical) {
      String value = canonical.apply(field).reveal(Reveal.SELECT);
      return value.startsWith(prefix.reveal(Reveal.SELECT));
    }

    @Override
    public Set<FieldClass> fields() {
      return Set.of(field);
    }
  }

  /** The date lies in the range, both ends included; an absent end is open. */
  record DatesWithin(FieldClass field, Optional<LocalDate> from, Optional<LocalDate> to)
      implements Condition {
    /** Refuses a range that is open at both ends or runs backwards. */
    public DatesWithin {
      Ends.check(from, to);
    }

    @Override
    public boolean holds(Function<FieldClass, PersonalText> canonical) {
      return CanonicalValue.date(canonical.apply(field))
          .filter(date -> Ends.within(date, from, to))
          .isPresent();
    }

    @Override
    public Set<FieldClass> fields() {
      return Set.of(field);
    }
  }

  /** The amount, in yuan, lies in the range, both ends included; an absent end is open. */
  record AmountsWithin(FieldClass field, Optional<BigDecimal> from, Optional<BigDecimal> to)
      implements Condition {
    /** Refuses a range that is open at both ends or runs backwards. */
    public AmountsWithin {
      Ends.check(from, to);
    }

    @Override
    public boolean holds(Function<FieldClass, PersonalText> canonical) {
      return CanonicalValue.amount(canonical.apply(field))
          .filter(amount -> Ends.within(amount, from, to))
          .isPresent();
    }

    @Override
    public Set<FieldClass> fields() {
      return Set.of(field);
    }
  }

  /** Every one of these holds. */
  record All(List<Condition> conditions) implements Condition {
    /** Copies the list; refuses fewer than two. */
    public All {
      conditions = atLeastTwo(conditions);
    }

    @Override
    public boolean holds(Function<FieldClass, PersonalText> canonical) {
      return conditions.stream().allMatch(condition -> condition.holds(canonical));
    }

    @Override
    public Set<FieldClass> fields() {
      return union(conditions.stream());
    }
  }

  /** At least one of these holds. */
  record Any(List<Condition> conditions) implements Condition {
    /** Copies the list; refuses fewer than two. */
    public Any {
      conditions = atLeastTwo(conditions);
    }

    @Override
    public boolean holds(Function<FieldClass, PersonalText> canonical) {
      return conditions.stream().anyMatch(condition -> condition.holds(canonical));
    }

    @Override
    public Set<FieldClass> fields() {
      return union(conditions.stream());
    }
  }

  /** The condition does not hold; of a single value it is written {@code !=}. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Function<FieldClass, PersonalText> canonical) {
      return !condition.holds(canonical);
    }

    @Override
    public Set<FieldClass> fields() {
      return condition.fields();
    }
  }

  private static List<Condition> atLeastTwo(List<Condition> conditions) {
    if (conditions.size() < 2) {
      throw new IllegalArgumentException("joins at least two conditions, not " + conditions.size());
    }
    return List.copyOf(conditions);
  }

  private static Set<FieldClass> union(Stream<Condition> conditions) {
    Set<FieldClass> fields = EnumSet.noneOf(FieldClass.class);
    conditions.forEach(condition -> fields.addAll(condition.fields()));
    return Set.copyOf(fields);
  }
}
