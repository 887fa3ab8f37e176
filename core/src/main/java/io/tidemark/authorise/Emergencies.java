package io.tidemark.authorise;

import io.tidemark.terms.Refusal;
import io.tidemark.terms.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may release before anybody approved, and who is told.
 *
 * @param policy names the duties
 * @param chain whose approvers are passed over
 */
record Emergencies(Policy policy, Chain chain) {
  /** By when an emergency should be judged; it stays open after that, too. */
  private static final Duration REVIEW_WITHIN = Duration.ofDays(3);

  /** Why this is no emergency of this actor. */
  Optional<Refusal> refusal(Actor actor, Ask ask, String why) {
    if (!policy.glass().allows(actor) || !ask.actor().equals(actor.id())) {
      return Optional.of(
          Refusal.of(
              "no-break-glass",
              "制度没有允许您的职责紧急取用",
              "the policy does not let your duties release in an emergency"));
    }
    return why.isBlank()
        ? Optional.of(Refusal.of("no-reason", "紧急取用必须说明理由", "an emergency needs a reason"))
        : Optional.empty();
  }

  /** The request that was never made, to be judged afterwards. */
  Request made(Ask ask, String why, Policy.ApprovalRule skipped, Instant now) {
    return new Request(
        RequestId.random(),
        ask,
        policy.digest(),
        skipped,
        Set.of(),
        Request.State.REVIEW,
        now,
        now.plus(REVIEW_WITHIN),
        now,
        Optional.of(new Request.Emergency(why, told(ask.actor()), Set.of())));
  }

  /** Everybody else who may approve. */
  private Set<String> told(String asker) {
    return chain.people().values().stream()
        .filter(person -> Actor.of(person).may(Act.APPROVE) && !person.id().equals(asker))
        .map(Person::id)
        .collect(Collectors.toSet());
  }
}
