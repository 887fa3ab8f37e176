package io.tidemark.classify;

import io.tidemark.terms.Kind;
import java.util.Optional;

/**
 * What a column holds.
 *
 * @param kind the likeliest kind; empty when nothing tells
 * @param how by what
 * @param confidence 0 to 1; 1 only where a person said so
 * @param against what speaks against it: the kind of its values, beyond doubt, where a heading or a
 *     person says otherwise; or what the heading says, where the values overrule it
 */
public record RecognisedColumn(
    Optional<Kind> kind, How how, double confidence, Optional<Kind> against) {
  /** Nothing tells. */
  static final RecognisedColumn NOTHING =
      new RecognisedColumn(Optional.empty(), How.NOTHING, 0, Optional.empty());

  /** Whether it needs nobody to look at it. */
  public boolean sure() {
    return how == How.CORRECTION
        || (kind.isPresent() && confidence >= ColumnGuess.SURE && against.isEmpty());
  }
}
