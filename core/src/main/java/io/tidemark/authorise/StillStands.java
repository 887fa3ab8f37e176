package io.tidemark.authorise;

import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a permit rests on still stands when its release is recorded. A store asks it within
 * the transaction of the entry, with what the database holds then, so that a second process cannot
 * use what the first revoked or used up.
 */
public final class StillStands {
  private StillStands() {}

  /**
   * Why a grant no longer covers a release.
   *
   * @param fresh the grant as it is recorded now
   * @param permit the permit that rests on it
   * @param usage what is recorded now
   */
  public static Optional<Refusal> refusal(Grant fresh, Permit permit, Usage usage, Instant now) {
    Ask ask =
        new Ask(
            permit.actor(),
            fresh.to(),
            permit.purpose(),
            List.copyOf(permit.forms().keySet()),
            permit.people(),
            permit.channel());
    Standing standing = Standing.of(fresh, Optional.empty());
    Question question = Question.of(ask, now, usage);
    return GrantRule.broken(standing, question).map(rule -> rule.refusal(standing, question));
  }

  /** Why an approved request may not be used now. */
  public static Optional<Refusal> refusal(Request fresh, Instant now) {
    return switch (fresh.stateAt(now)) {
      case APPROVED -> Optional.empty();
      case WAITING ->
          Optional.of(Refusal.of("not-approved", "申请尚未批准", "the request is not approved yet"));
      case REJECTED ->
          Optional.of(Refusal.of("request-rejected", "申请已否决", "the request was rejected"));
      case REVOKED ->
          Optional.of(Refusal.of("request-revoked", "申请已撤销", "the request was revoked"));
      case EXPIRED -> Optional.of(expired(fresh));
      case USED, REVIEW, CONFIRMED, OBJECTED ->
          Optional.of(Refusal.of("request-used", "此批准已经用过", "the approval was used already"));
    };
  }

  /** A request that nobody decided in time. */
  public static Refusal undecided() {
    return Refusal.of(
        "request-expired", "申请已过审批期限，请重新申请", "the request is past its time: ask again");
  }

  private static Refusal expired(Request request) {
    return request.state() == Request.State.WAITING
        ? undecided()
        : Refusal.of(
            "approval-expired", "批准已过使用期限，请重新申请", "the approval may no longer be used: ask again");
  }
}
