package io.tidemark.bench.tracing;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What {@code trace} answered.
 *
 * @param verdict its verdict, or {@code unreadable} where it found no row
 * @param accused the parties that the verdict stands behind
 * @param candidates those that it lists, best first: all equals, and the best fifty of others
 * @param counted how many candidates the bound counts
 * @param caseId the case; empty where there is none
 * @param seconds how long it took
 */
record Finding(
    String verdict,
    List<String> accused,
    List<Candidate> candidates,
    int counted,
    String caseId,
    double seconds) {
  /**
   * A listed candidate.
   *
   * @param logEvidence the natural logarithm of the factor by which marks and honey speak for it
   */
  record Candidate(
      String party, String disclosure, double bound, double posterior, double logEvidence) {
    private static Candidate of(JsonNode json) {
      JsonNode evidence = json.get("evidence");
      return new Candidate(
          json.get("party").asString(),
          json.get("disclosure").isNull() ? "" : json.get("disclosure").asString(),
          json.get("bound").asDouble(),
          json.get("posterior").asDouble(),
          evidence.get("log_likelihood_ratio_marks").asDouble()
              + evidence.get("log_likelihood_ratio_honey").asDouble());
    }
  }

  /** Nothing in the material was a row. */
  static Finding unreadable(double seconds) {
    return new Finding("unreadable", List.of(), List.of(), 0, "", seconds);
  }

  /** What the answer says. */
  static Finding of(JsonNode answer, double seconds) {
    List<String> accused = new ArrayList<>();
    answer.get("accused").forEach(one -> accused.add(one.get("party").asString()));
    List<Candidate> candidates = new ArrayList<>();
    answer.get("candidates").forEach(one -> candidates.add(Candidate.of(one)));
    return new Finding(
        answer.get("verdict").asString(),
        List.copyOf(accused),
        List.copyOf(candidates),
        answer.get("candidates_counted").asInt(),
        answer.get("case").asString(),
        seconds);
  }

  boolean named() {
    return verdict.equals("named");
  }

  /** The least bound of all candidates; 1 without any. */
  double leastBound() {
    return candidates.stream().mapToDouble(Candidate::bound).min().orElse(1);
  }
}
