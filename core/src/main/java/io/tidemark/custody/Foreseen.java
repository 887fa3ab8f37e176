package io.tidemark.custody;

import io.tidemark.disclose.plan.Traceability;
import io.tidemark.terms.LeakCondition;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.SealedList;
import java.util.Map;
import java.util.Optional;

/**
 * What is foreseen of a release.
 *
 * @param sealed the records that were looked over, still sealed
 * @param traceability how traceable the copy would be
 * @param demanded from how many rows it must be nameable, for each condition that policy demands
 * @param refusal why it would be refused, with what would help; nothing when the demand is met
 */
public record Foreseen(
    SealedList sealed,
    Traceability traceability,
    Map<LeakCondition, Integer> demanded,
    Optional<Refusal> refusal) {
  /** Copies the map. */
  public Foreseen {
    demanded = Map.copyOf(demanded);
  }
}
