package io.tidemark.authorise;

import io.tidemark.terms.Refusal;
import java.util.function.Function;

/** The answer to an {@link Ask}: a permit, the approvals that are still needed, or a refusal. */
public sealed interface Decision permits Permit, Decision.NeedsApproval, Decision.Refused {
  /** The release is possible once these approvals are given. */
  record NeedsApproval(Policy.ApprovalRule rule) implements Decision {}

  /** The release is not possible. */
  record Refused(Refusal refusal) implements Decision {}

  /** Handles every kind of answer. */
  default <T> T either(
      Function<? super Permit, ? extends T> permit,
      Function<? super NeedsApproval, ? extends T> approvals,
      Function<? super Refusal, ? extends T> refusal) {
    if (this instanceof Permit granted) {
      return permit.apply(granted);
    }
    if (this instanceof NeedsApproval needed) {
      return approvals.apply(needed);
    }
    return refusal.apply(((Refused) this).refusal());
  }
}
