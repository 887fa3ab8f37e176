package io.tidemark.authorise.approval;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.terms.China;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Lends one's duty to approve, and ends the loan. */
public final class Delegating {
  /** The longest loan: whoever is away longer needs a successor. */
  public static final int MOST_DAYS = 92;

  private Delegating() {}

  /** Why this actor may not lend the own duty to {@code to} until this day. */
  public static Optional<Refusal> refusal(
      Actor actor, String to, LocalDate until, Chain chain, Instant now) {
    LocalDate today = China.day(now);
    if (!actor.may(Act.APPROVE)) {
      return Optional.of(Authority.notYourDuty(Act.APPROVE));
    }
    if (to.equals(actor.id())) {
      return Optional.of(
          Refusal.of("own-delegate", "不能委托给自己", "nobody is a delegate of their own"));
    }
    if (chain.person(to).isEmpty()) {
      return Optional.of(Refusal.of("unknown-person", "没有登记此人", "nobody is enrolled by this name"));
    }
    if (chain.person(to).orElseThrow().isSystem()) {
      return Optional.of(Refusal.of("system-speaks", "系统不能代表任何人", "a system speaks for nobody"));
    }
    if (until.isBefore(today) || ChronoUnit.DAYS.between(today, until) > MOST_DAYS) {
      return Optional.of(
          Refusal.of(
              "delegation-days",
              "委托的最后一天应在今天与 " + MOST_DAYS + " 天之内",
              "a delegation ends today at the earliest and within "
                  + (MOST_DAYS + " days at the latest")));
    }
    return Optional.empty();
  }
}
