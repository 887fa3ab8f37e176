package io.tidemark.authorise.approval;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Grant;
import io.tidemark.terms.China;
import io.tidemark.terms.GrantId;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Proposes a grant anew before it ends; the same people must approve it.
 *
 * @param authority under whose policy the terms must still be possible
 * @param chain whose grants wait already
 */
public record Renewals(Authority authority, Chain chain) {
  /**
   * The proposal beside the grant that it would follow.
   *
   * @param until the new last day
   */
  public Ruling<Grant> renew(Actor actor, Grant grant, LocalDate until, Instant now) {
    if (!actor.may(Act.REQUEST)) {
      return new Ruling.Refused<>(Authority.notYourDuty(Act.REQUEST));
    }
    if (grant.approvers().contains(actor.id())) {
      return Ruling.refused(
          "own-request",
          "您是此授权的审批人：提出续期的人不能审批，请由他人提出",
          "you approve this grant: who proposes never approves, let somebody else propose");
    }
    if (!grant.usableOn(China.day(now))) {
      return Ruling.refused(
          "nothing-to-renew",
          "只有仍在使用的授权可以续期",
          "only a grant that is in use can be renewed: propose a new one with chain apply");
    }
    if (!until.isAfter(grant.until())) {
      return Ruling.refused(
          "not-longer",
          "新的最后一天应晚于 " + grant.until(),
          "the new last day lies after " + grant.until());
    }
    return waiting(grant, China.day(now))
        .or(() -> authority.outgrown(grant, now).map(Renewals::notAnyMore))
        .<Ruling<Grant>>map(Ruling.Refused::new)
        .orElseGet(
            () -> new Ruling.Moved<>(grant, grant.renewed(GrantId.random(), until, actor.id())));
  }

  /** One proposal for one grant: two would be approved by the same people for the same thing. */
  private Optional<Refusal> waiting(Grant grant, LocalDate today) {
    return chain.grants().stream()
        .filter(other -> other.stateOn(today) == Grant.State.PROPOSED && other.sameTerms(grant))
        .findFirst()
        .map(
            other ->
                Refusal.of(
                    "renewal-waits",
                    "续期 " + other.id() + " 已在等待批准：请批准它，或先用 revoke 撤回",
                    "renewal "
                        + other.id()
                        + " waits for approval already: approve it, or take it back with revoke"));
  }

  private static Refusal notAnyMore(Refusal refusal) {
    return Refusal.of(
        refusal.rule(),
        refusal.reason().zh() + "：不能按原条款续期，请用 chain apply 提出新的授权",
        refusal.reason().en()
            + ": it cannot be renewed on these terms, propose a new one with chain apply");
  }
}
