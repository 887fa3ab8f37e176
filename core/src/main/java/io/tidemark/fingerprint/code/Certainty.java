package io.tidemark.fingerprint.code;

import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which fields a leak still has its spaces and punctuation. A model written close together is a
 * spelling of its own, and every other one after cleaning: where no leaked value of a field has a
 * space or a punctuation mark, all of them may have been cleaned, and each shows every spelling
 * that it can have been. A rule on the leak alone. Immutable.
 */
public final class Certainty {
  private final Set<FieldClass> certain;

  private Certainty(Set<FieldClass> certain) {
    this.certain = certain;
  }

  /** The certainty of a leak whose rows have these cells as they were found. */
  public static Certainty of(List<Map<FieldClass, PersonalText>> rows) {
    Set<FieldClass> certain = EnumSet.noneOf(FieldClass.class);
    for (Map<FieldClass, PersonalText> row : rows) {
      row.forEach(
          (field, text) -> {
            if (!Catalogue.perhapsCleaned(text)) {
              certain.add(field);
            }
          });
    }
    return new Certainty(certain);
  }

  /** The cells with every spelling that each can have been. */
  public List<Leak.Cell> widened(List<Leak.Cell> cells) {
    return cells.stream().map(this::widened).toList();
  }

  private Leak.Cell widened(Leak.Cell cell) {
    return certain.contains(cell.carrier().field())
        ? cell
        : new Leak.Cell(
            cell.position(),
            cell.carrier(),
            cell.carrier().whenCleaned(cell.shown()),
            cell.biases());
  }
}
