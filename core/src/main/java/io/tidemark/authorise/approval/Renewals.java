package io.tidemark.authorise.approval;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Grant;
import io.tidemark.terms.China;
import io.tidemark.terms.GrantId;
import java.time.Instant;
import java.time.LocalDate;

/** Proposes a grant anew before it ends; the same people must approve it. */
public final class Renewals {
  private Renewals() {}

  /**
   * The proposal beside the grant that it would follow.
   *
   * @param until the new last day
   */
  public static Ruling<Grant> renew(Actor actor, Grant grant, LocalDate until, Instant now) {
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
    return new Ruling.Moved<>(grant, grant.renewed(GrantId.random(), until, actor.id()));
  }
}
