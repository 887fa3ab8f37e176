package io.tidemark.calls.source;

import io.tidemark.terms.Words;
import io.tidemark.trace.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * From weighed parties to a verdict.
 *
 * @param candidates the likeliest first
 * @param tied those that stand alike for every call and one of whom is surely enough the source
 * @param outside the probability that the list is none of ours
 * @param called how many people were called
 * @param parties how many parties were ever given anything
 */
record CallJudgement(
    List<CallAttribution.Candidate> candidates,
    List<CallAttribution.Candidate> tied,
    double outside,
    int called,
    long parties) {
  /** What the verdict {@code PROBABLE} needs. */
  static final double PROBABLE = .95;

  /** A candidate counts as an equal explanation down to a third of the best. */
  private static final double EQUAL = 1.0 / 3;

  /** What equal candidates must have of the probability of all, so that a tie is a tie. */
  private static final double MOST_OF_IT = .5;

  /** With less gained by each report, no number of them is promised. */
  private static final double LEAST_GAIN = .05;

  CallAttribution answer() {
    List<CallAttribution.Candidate> probable =
        candidates.stream().filter(one -> one.posterior() >= PROBABLE).toList();
    if (!probable.isEmpty()) {
      return new CallAttribution(Verdict.PROBABLE, candidates, probable, outside, Optional.empty());
    }
    if (candidates.isEmpty()) {
      return new CallAttribution(
          Verdict.INCONCLUSIVE, candidates, List.of(), outside, Optional.of(nobody()));
    }
    if (!tied.isEmpty()) {
      return new CallAttribution(
          Verdict.CANNOT_SEPARATE, candidates, tied, outside, Optional.of(difference()));
    }
    double best = candidates.get(0).posterior();
    List<CallAttribution.Candidate> equal =
        candidates.stream().filter(one -> best > 0 && one.posterior() >= best * EQUAL).toList();
    if (equal.size() > 1 && outside < .5 && (exact(equal, best) || most(equal))) {
      return new CallAttribution(
          Verdict.CANNOT_SEPARATE,
          candidates,
          equal,
          outside,
          Optional.of(exact(equal, best) ? difference() : more(best)));
    }
    return new CallAttribution(
        Verdict.INCONCLUSIVE, candidates, List.of(), outside, Optional.of(more(best)));
  }

  private static boolean exact(List<CallAttribution.Candidate> equal, double best) {
    return equal.get(1).posterior() == best;
  }

  private boolean most(List<CallAttribution.Candidate> equal) {
    double all = candidates.stream().mapToDouble(CallAttribution.Candidate::posterior).sum();
    double theirs = equal.stream().mapToDouble(CallAttribution.Candidate::posterior).sum();
    return theirs >= MOST_OF_IT * all;
  }

  private static CallAttribution.Needed nobody() {
    return new CallAttribution.Needed(
        OptionalInt.empty(),
        new Words(
            "接到电话的人中，来电之前没有一个出现在任何一方的清单里",
            "nobody who was called had been given to any party before the call"));
  }

  private static CallAttribution.Needed difference() {
    return new CallAttribution.Needed(
        OptionalInt.empty(),
        new Words(
            "这几方对每个接到电话的人都一样：再多来电也分不开；只有一方持有的人、只有一方收到的栏目、一方收到之前的来电、别名号码或泄露的名单才能分开",
            "these parties stand alike for everybody who was called, and more calls like these will"
                + " not separate them: a person whom only one holds, a field that only one"
                + " received, a call from before one received the person, an alias number or a"
                + " leaked list would"));
  }

  /** About how many more reports like these would make the best candidate probable. */
  private CallAttribution.Needed more(double best) {
    double gain = (logit(best) - logit(1.0 / (parties + 1))) / Math.max(1, called);
    if (gain < LEAST_GAIN) {
      return new CallAttribution.Needed(
          OptionalInt.empty(),
          new Words(
              "这些来电几乎不指向任何一方：需要同一来电者的更多举报，并注明来电日期和对方说出了什么",
              "these calls hardly point to anybody: more reports about the same callers are needed,"
                  + " with the day and what the caller knew"));
    }
    int reports = (int) Math.max(1, Math.ceil((logit(PROBABLE) + 1 - logit(best)) / gain));
    return new CallAttribution.Needed(
        OptionalInt.of(reports),
        new Words("大约还需 " + reports + " 人的同类举报", "reports of about " + reports + " more people"));
  }

  private static double logit(double p) {
    return StrictMath.log(p) - StrictMath.log1p(-p);
  }
}
