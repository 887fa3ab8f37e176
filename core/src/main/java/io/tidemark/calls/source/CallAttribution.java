package io.tidemark.calls.source;

import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.Words;
import io.tidemark.trace.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whose list a campaign works from.
 *
 * @param verdict never {@code NAMED}: calls do not enter the bound
 * @param candidates every party that explains any of the calls, the likeliest first
 * @param accused those whom the verdict stands behind, or the equals that it cannot separate
 * @param outside the probability that the list is not one of ours, or that there is none
 * @param needed what would decide, when this did not
 */
public record CallAttribution(
    Verdict verdict,
    List<Candidate> candidates,
    List<Candidate> accused,
    double outside,
    Optional<Needed> needed) {
  /**
   * A party.
   *
   * @param party its id
   * @param posterior its probability; where several lists are worked from, several can be near 1
   * @param explained how many of the called it had been given, with what the caller knew, by then
   * @param lacking how many of the called it had been given without something that the caller knew
   * @param late how many of the called it was given only after the call
   * @param disclosure the one disclosure that explains the calls far better than its others
   */
  public record Candidate(
      String party,
      double posterior,
      int explained,
      int lacking,
      int late,
      Optional<DisclosureId> disclosure) {}

  /**
   * What would decide.
   *
   * @param reports about how many more called people, when reports can decide
   * @param words the same for people
   */
  public record Needed(OptionalInt reports, Words words) {}

  /** Copies the lists. */
  public CallAttribution {
    candidates = List.copyOf(candidates);
    accused = List.copyOf(accused);
  }
}
