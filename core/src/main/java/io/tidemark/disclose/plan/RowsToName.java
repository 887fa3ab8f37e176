package io.tidemark.disclose.plan;

import io.tidemark.terms.LeakCondition;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The smallest number of random rows that give the verdict "named" with probability 0.99; nothing
 * where no number does.
 *
 * @param asReleased the copy as it was given
 * @param cleaned spaces, punctuation and widths gone
 * @param retyped cleaned, and a fifth of the addresses and models rewritten in one habit
 * @param standardised every address and model brought to one form
 */
public record RowsToName(
    OptionalInt asReleased, OptionalInt cleaned, OptionalInt retyped, OptionalInt standardised) {
  /** The rows in this condition. */
  public OptionalInt in(LeakCondition condition) {
    return switch (condition) {
      case AS_RELEASED -> asReleased;
      case CLEANED -> cleaned;
      case RETYPED -> retyped;
      case STANDARDISED -> standardised;
    };
  }

  /** Whether the recipient is named from at most the demanded rows in each demanded condition. */
  public boolean meets(Map<LeakCondition, Integer> demanded) {
    return demanded.entrySet().stream()
        .allMatch(demand -> in(demand.getKey()).orElse(Integer.MAX_VALUE) <= demand.getValue());
  }
}
