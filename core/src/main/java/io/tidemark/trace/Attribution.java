package io.tidemark.trace;

import io.tidemark.terms.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer of an inquiry.
 *
 * @param verdict what it says
 * @param candidates every candidate, best first
 * @param counted how many candidates the bound counts: every party that holds one of the leaked
 *     people, and one for all others together
 * @param accused those that the verdict stands behind; nobody unless it is named or probable;
 *     several where several lists leaked
 * @param outside the probability that somebody has these people without us
 * @param threshold the bound that had to be met at this attempt
 * @param telling how many positions told candidates apart
 * @param needed what would decide, when this did not
 */
public record Attribution(
    Verdict verdict,
    List<Candidate> candidates,
    int counted,
    List<Candidate> accused,
    double outside,
    double threshold,
    int telling,
    Optional<Needed> needed) {
  /**
   * What would decide.
   *
   * @param rows about how many more rows of this kind, when rows can decide
   * @param words the same for people
   */
  public record Needed(OptionalLong rows, Words words) {}

  /** Copies the lists. */
  public Attribution {
    candidates = List.copyOf(candidates);
    accused = List.copyOf(accused);
  }
}
