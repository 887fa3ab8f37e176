package io.tidemark.classify;

import io.tidemark.terms.FieldClass;
import java.util.Optional;

/**
 * What a column most likely holds.
 *
 * @param field empty when it looks like none of the classes
 * @param confidence 0 to 1; from {@link #SURE} on the guess may be acted upon, below it a person or
 *     further evidence should agree
 */
public record ColumnGuess(Optional<FieldClass> field, double confidence) {
  /** Wrong guesses stay below this. */
  public static final double SURE = 0.6;

  /** Whether the guess may be acted upon. */
  public boolean sure() {
    return field.isPresent() && confidence >= SURE;
  }
}
