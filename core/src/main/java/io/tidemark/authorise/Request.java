package io.tidemark.authorise;

import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A request for one release. What it asks for never changes: a wider one is a new request.
 *
 * @param id names it
 * @param ask what is asked for
 * @param policy the digest of the policy under which it was made, and under which it is decided
 * @param rule the approvals that it needs
 * @param approvedBy who approved so far
 * @param state where it stands
 * @param decideBy after this instant it can no longer be approved
 * @param useBy after this instant an approved request can no longer be used
 */
public record Request(
    RequestId id,
    Ask ask,
    Digest policy,
    Policy.ApprovalRule rule,
    Set<String> approvedBy,
    State state,
    Instant decideBy,
    Instant useBy) {
  /** Where a request stands. */
  public enum State {
    WAITING,
    APPROVED,
    REJECTED,
    USED
  }

  /** Copies the set. */
  public Request {
    approvedBy = Set.copyOf(approvedBy);
  }

  /** The columns of the list. */
  public List<FieldClass> columns() {
    return ask.columns();
  }

  /** The same request with these approvals in this state. */
  public Request with(Set<String> approvers, State next) {
    return new Request(id, ask, policy, rule, approvers, next, decideBy, useBy);
  }
}
