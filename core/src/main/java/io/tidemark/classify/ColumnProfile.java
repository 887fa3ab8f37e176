package io.tidemark.classify;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the values of one column look like, before its neighbours and its heading are heard. */
final class ColumnProfile {
  private static final Map<FieldClass, Likeness> LIKENESSES = Likeness.all();
  private static final double DATES_AT_LEAST = 0.6;

  private final List<String> values;
  private final Heading heading;
  private final Map<FieldClass, Double> confidence = new EnumMap<>(FieldClass.class);
  private final int filled;
  private final double distinct;

  ColumnProfile(SampledColumn column) {
    heading = Heading.of(column.heading());
    values = ordered(column.values()).stream().map(ColumnProfile::text).toList();
    filled = (int) values.stream().filter(value -> !value.isEmpty()).count();
    Set<String> different = new HashSet<>(values);
    different.remove("");
    distinct = filled == 0 ? 0 : (double) different.size() / filled;
    LIKENESSES.forEach((field, look) -> trust(field, look.ceiling() * purity(share(look.looks()))));
  }

  Heading heading() {
    return heading;
  }

  /** Trimmed, in the order of the rows, empty where missing. */
  List<String> values() {
    return values;
  }

  /** How many cells are not empty. */
  int filled() {
    return filled;
  }

  /** Different values among those there are, 0 to 1. */
  double distinct() {
    return distinct;
  }

  boolean holdsDates() {
    return filled > 0 && dateShare() >= DATES_AT_LEAST;
  }

  /** The squared share of dates, less for a short sample. */
  double datePurity() {
    return purity(dateShare());
  }

  double confidence(FieldClass field) {
    return confidence.getOrDefault(field, 0.0);
  }

  /** The same for a kind that is no field. */
  double confidence(OtherKind other) {
    return other.ceiling() * purity(share(other::fits));
  }

  void trust(FieldClass field, double newConfidence) {
    confidence.put(field, newConfidence);
  }

  /** Dates that end with their year in the order that the column tells. */
  private static List<PersonalText> ordered(List<PersonalText> values) {
    return DateOrder.of(values)
        .map(order -> values.stream().map(order::iso).toList())
        .orElse(values);
  }

  private static String text(PersonalText value) {
    return Blank.trimmed(value.reveal(Reveal.CLASSIFY));
  }

  private double dateShare() {
    return share(Likeness::date);
  }

  private double share(Predicate<String> looks) {
    long alike = values.stream().filter(v -> !v.isEmpty() && looks.test(v)).count();
    return filled == 0 ? 0 : (double) alike / filled;
  }

  private double purity(double share) {
    return share * share * filled / (filled + 0.5);
  }
}
