package io.tidemark.authorise;

import static io.tidemark.authorise.Request.State.APPROVED;
import static io.tidemark.authorise.Request.State.CONFIRMED;
import static io.tidemark.authorise.Request.State.EXPIRED;
import static io.tidemark.authorise.Request.State.OBJECTED;
import static io.tidemark.authorise.Request.State.REJECTED;
import static io.tidemark.authorise.Request.State.REVIEW;
import static io.tidemark.authorise.Request.State.REVOKED;
import static io.tidemark.authorise.Request.State.USED;
import static io.tidemark.authorise.Request.State.WAITING;

import io.tidemark.authorise.Arrows.Arrow;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.RequestId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request for one release, or one release that was not asked for before: an emergency. What it
 * asks for never changes: a wider one is a new request.
 *
 * @param id names it
 * @param ask what is asked for
 * @param policy the digest of the policy under which it was made, and under which it is decided
 * @param rule the approvals that it needs, or would have needed
 * @param approvedBy who approved so far, or confirmed the emergency
 * @param state as it was recorded; {@link #stateAt} tells what it is at an instant
 * @param made when it was made
 * @param decideBy after this instant it can no longer be approved
 * @param useBy after this instant an approved request can no longer be used
 * @param emergency what was said when the approvals were skipped
 */
public record Request(
    RequestId id,
    Ask ask,
    Digest policy,
    Policy.ApprovalRule rule,
    Set<Voice> approvedBy,
    State state,
    Instant made,
    Instant decideBy,
    Instant useBy,
    Optional<Emergency> emergency) {
  /** Where a request stands. */
  public enum State {
    /** May be approved. */
    WAITING,
    /** May be used. */
    APPROVED,
    /** Somebody who might have approved said no. */
    REJECTED,
    /** Its release has begun. */
    USED,
    /** Past its time to be approved, or to be used; never recorded, the clock says so. */
    EXPIRED,
    /** Taken back before it was used. */
    REVOKED,
    /** Released in an emergency; two approvers have not yet judged it. */
    REVIEW,
    /** Two approvers confirmed the emergency. */
    CONFIRMED,
    /** An approver objected to the emergency. */
    OBJECTED
  }

  /** What can be done to a request. */
  public enum Step {
    APPROVE,
    REJECT,
    REVOKE,
    USE,
    /** Its time passes. */
    LAPSE,
    /** An emergency was one. */
    CONFIRM,
    /** An emergency was none. */
    OBJECT
  }

  /** The ways of a request. */
  public static final Arrows<State, Step> ARROWS =
      new Arrows<>(
          Set.of(
              new Arrow<>(WAITING, Step.APPROVE, WAITING),
              new Arrow<>(WAITING, Step.APPROVE, APPROVED),
              new Arrow<>(WAITING, Step.REJECT, REJECTED),
              new Arrow<>(WAITING, Step.REVOKE, REVOKED),
              new Arrow<>(WAITING, Step.LAPSE, EXPIRED),
              new Arrow<>(APPROVED, Step.USE, USED),
              new Arrow<>(APPROVED, Step.REVOKE, REVOKED),
              new Arrow<>(APPROVED, Step.LAPSE, EXPIRED),
              new Arrow<>(REVIEW, Step.CONFIRM, REVIEW),
              new Arrow<>(REVIEW, Step.CONFIRM, CONFIRMED),
              new Arrow<>(REVIEW, Step.CONFIRM, OBJECTED),
              new Arrow<>(REVIEW, Step.OBJECT, REVIEW),
              new Arrow<>(REVIEW, Step.OBJECT, OBJECTED)));

  /**
   * What was said when the approvals were skipped.
   *
   * @param why the reason, never blank
   * @param skipped those who might have approved; each is told
   * @param objectedBy who found that it was no emergency
   */
  public record Emergency(String why, Set<String> skipped, Set<Voice> objectedBy) {
    /** How many different people must judge it afterwards. */
    public static final int JUDGES = 2;

    /** Copies the sets; refuses a blank reason with {@link IllegalArgumentException}. */
    public Emergency {
      skipped = Set.copyOf(skipped);
      objectedBy = Set.copyOf(objectedBy);
      if (why.isBlank()) {
        throw new IllegalArgumentException("an emergency has a reason");
      }
    }
  }

  /** Copies the set. */
  public Request {
    approvedBy = Set.copyOf(approvedBy);
  }

  /** The columns of the list. */
  public List<FieldClass> columns() {
    return ask.columns();
  }

  /** Everybody's word so far, for and against. */
  public Set<Voice> spoken() {
    Set<Voice> spoken = new HashSet<>(approvedBy);
    emergency.ifPresent(one -> spoken.addAll(one.objectedBy()));
    return spoken;
  }

  /** Where it stands at {@code now}. */
  public State stateAt(Instant now) {
    boolean late =
        state == WAITING ? now.isAfter(decideBy) : state == APPROVED && now.isAfter(useBy);
    return late ? ARROWS.follow(state, Step.LAPSE, EXPIRED) : state;
  }

  /** The same request after a step that changes nobody's word. */
  public Request after(Step step, State next) {
    return after(step, next, approvedBy, emergency);
  }

  /** The same request with these approvals. */
  public Request after(Step step, State next, Set<Voice> voices) {
    return after(step, next, voices, emergency);
  }

  /** The same request after a step; throws {@link IllegalStateException} off the arrows. */
  public Request after(Step step, State next, Set<Voice> voices, Optional<Emergency> judged) {
    return new Request(
        id,
        ask,
        policy,
        rule,
        voices,
        ARROWS.follow(state, step, next),
        made,
        decideBy,
        useBy,
        judged);
  }
}
