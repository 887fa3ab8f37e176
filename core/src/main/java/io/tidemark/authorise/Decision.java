package io.tidemark.authorise;

import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The answer to an {@link Ask}: a permit, the approvals that are still needed, or a refusal. */
public sealed interface Decision permits Permit, Decision.NeedsApproval, Decision.Refused {
  /** The stable name of the rule that decided. */
  String rule();

  /** Why, in one sentence that names the rule; without any personal value. */
  Words why();

  /** The release is possible once these approvals are given. */
  record NeedsApproval(Policy.ApprovalRule approvals) implements Decision {
    @Override
    public String rule() {
      return "needs-approval";
    }

    @Override
    public Words why() {
      String duties =
          approvals.duties().stream().map(Duty::id).sorted().collect(Collectors.joining(", "));
      String grade = approvals.grade().id();
      return new Words(
          grade
              + (" 及以上的数据、多于 " + approvals.people() + " 人，须 " + approvals.quorum() + " 人批准")
              + (duties.isEmpty() ? "" : "，其中须有 " + duties)
              + ("（规则 " + rule() + "）"),
          "data of grade "
              + grade
              + (" or graver about more than " + approvals.people() + " people needs ")
              + (approvals.quorum() + (approvals.quorum() == 1 ? " approval" : " approvals"))
              + (duties.isEmpty() ? "" : ", among them " + duties)
              + (" (rule " + rule() + ")"));
    }
  }

  /** The release is not possible. */
  record Refused(Refusal refusal) implements Decision {
    @Override
    public String rule() {
      return refusal.rule();
    }

    @Override
    public Words why() {
      return refusal.why();
    }
  }

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
