package io.tidemark.authorise;

import io.tidemark.terms.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** All standing grants by party and purpose, so that a decision reads only those few. Immutable. */
final class GrantTable {
  private final Map<String, Map<String, List<Standing>>> grants = new HashMap<>();

  /** The grants of a chain under a policy. */
  GrantTable(Policy policy, Chain chain) {
    for (Grant grant : chain.grants()) {
      Optional<Policy.Allowance> allowance =
          policy.allowance(grant.purpose(), chain.party(grant.to()));
      grants
          .computeIfAbsent(grant.to(), party -> new HashMap<>())
          .computeIfAbsent(grant.purpose(), purpose -> new ArrayList<>())
          .add(Standing.of(grant, allowance));
    }
  }

  /**
   * What the first grant that covers the question gives; where none does, the refusal of the one
   * that came furthest through the rules.
   */
  Decision decide(Question question, Function<Standing, Decision> permit) {
    return decide(
        question,
        grant -> true,
        Refusal.of(
            "no-grant",
            "没有覆盖此用途的长期授权，请用 request 申请",
            "no standing grant covers this: ask with the request command"),
        permit);
  }

  /**
   * The same of those grants alone that {@code which} takes.
   *
   * @param none the refusal where it takes none
   */
  Decision decide(
      Question question,
      Predicate<Standing> which,
      Refusal none,
      Function<Standing, Decision> permit) {
    List<Standing> candidates =
        grants
            .getOrDefault(question.ask().to(), Map.of())
            .getOrDefault(question.ask().purpose(), List.of());
    int furthest = -1;
    Refusal nearest = none;
    for (Standing grant : candidates) {
      if (!which.test(grant)) {
        continue;
      }
      Optional<GrantRule> broken = GrantRule.broken(grant, question);
      if (broken.isEmpty()) {
        return PolicyRule.refusal(grant.allowance(), question.ask())
            .<Decision>map(Decision.Refused::new)
            .orElseGet(() -> permit.apply(grant));
      }
      if (broken.get().ordinal() > furthest) {
        furthest = broken.get().ordinal();
        nearest = broken.get().refusal(grant, question);
      }
    }
    return new Decision.Refused(nearest);
  }
}
