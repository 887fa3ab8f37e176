package io.tidemark.server.rules;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Policy;
import io.tidemark.custody.Approval;
import io.tidemark.custody.Asking;
import io.tidemark.custody.Meaning;
import io.tidemark.custody.Register;
import io.tidemark.custody.Selecting;
import io.tidemark.server.http.Halt;
import io.tidemark.store.home.OwnRights;
import io.tidemark.terms.Refusal;

/**
 * What counts for one request, as of one change of the rules. Immutable, thread-safe.
 *
 * @param version how often the rules had changed when it was read
 * @param policyText the policy's file
 */
public record InForce(
    long version,
    String policyText,
    Policy policy,
    Chain chain,
    Authority authority,
    Register register,
    Selecting selecting,
    Meaning meaning,
    Asking asking,
    Approval approval,
    OwnRights rights) {
  /** Ends the request, with the refusal recorded, when the act is not among the actor's duties. */
  public void unlessMay(Actor actor, Act act) {
    register
        .unlessMay(actor, act)
        .ifPresent(
            refusal -> {
              throw Halt.refused(refusal);
            });
  }

  /** Records a refusal; ends the request with it. */
  public Halt refused(Actor actor, Act act, Refusal refusal) {
    register.refusal(actor, act, refusal);
    return Halt.refused(refusal);
  }
}
