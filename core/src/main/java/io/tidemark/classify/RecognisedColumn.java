package io.tidemark.classify;

import io.tidemark.terms.Kind;
import java.util.Optional;

/**
 * What a column holds.
 *
 * @param kind the likeliest kind; empty when nothing tells
 * @param how by what
 * @param confidence 0 to 1; 1 only where a person said so
 * @param against what speaks against it: the kind of its values, beyond doubt, where a person says
 *     otherwise and did not see such values then; or what the heading says, where the values
 *     overrule it
 * @param values the kind of its values where that is beyond doubt, whatever heading or person say
 */
public record RecognisedColumn(
    Optional<Kind> kind,
    How how,
    double confidence,
    Optional<Kind> against,
    Optional<Kind> values) {
  /** Nothing tells. */
  static final RecognisedColumn NOTHING =
      new RecognisedColumn(Optional.empty(), How.NOTHING, 0, Optional.empty(), Optional.empty());

  /** Whether it needs nobody to look at it. */
  public boolean sure() {
    return kind.isPresent() && confidence >= ColumnGuess.SURE && against.isEmpty();
  }
}
