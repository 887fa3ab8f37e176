package io.tidemark.calls.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * From the people whom a campaign called to the lists that explain the calls. Parties that were
 * given a person after the call are out for it, parties that never had what the caller knew nearly
 * so, and how long a list is counts. Stateless, thread-safe.
 */
public final class CallTracer {
  /** Those of the likeliest of whom the one disclosure is asked for. */
  private static final int ASKED = 5;

  private CallTracer() {}

  /**
   * Weighs who gave the list away.
   *
   * @param called the people whom the campaign called, each once
   * @param hands who had been given any of them
   * @param custody how many people are in custody
   * @param parties how many parties were ever given anything
   */
  public static CallAttribution trace(
      List<Called> called, List<Hand> hands, long custody, long parties) {
    Lists lists = new Lists(called, custody);
    List<Lists.Of> ofs = hands.stream().map(lists::of).toList();
    CallExplanations explanations =
        new CallExplanations(
            new CallModel(called), parties, ofs.stream().map(Lists.Of::sources).toList());
    double[] posteriors = explanations.posteriors();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < posteriors.length; i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble((Integer i) -> -posteriors[i])
            .thenComparing(i -> hands.get(i).party()));
    List<CallAttribution.Candidate> candidates = new ArrayList<>();
    for (int i : order) {
      Lists.Of of = ofs.get(i);
      candidates.add(
          new CallAttribution.Candidate(
              hands.get(i).party(),
              posteriors[i],
              of.explained(),
              of.lacking(),
              of.late(),
              candidates.size() < ASKED ? explanations.disclosure(i) : Optional.empty()));
    }
    return new CallJudgement(
            candidates,
            tied(order, posteriors, explanations).stream().map(candidates::get).toList(),
            explanations.outside(),
            called.size(),
            parties)
        .answer();
  }

  /**
   * The places in the order of those that are equal to the last bit, since they stand alike for
   * every call, and one of whom is the source as surely as one alone has to be; the likeliest such
   * group.
   */
  private static List<Integer> tied(
      List<Integer> order, double[] posteriors, CallExplanations explanations) {
    for (int from = 0; from < order.size(); ) {
      int to = from + 1;
      while (to < order.size() && posteriors[order.get(from)] == posteriors[order.get(to)]) {
        to++;
      }
      if (to - from > 1
          && explanations.anyOf(Set.copyOf(order.subList(from, to))) >= CallJudgement.PROBABLE) {
        return IntStream.range(from, to).boxed().toList();
      }
      from = to;
    }
    return List.of();
  }
}
