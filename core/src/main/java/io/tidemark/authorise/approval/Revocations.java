package io.tidemark.authorise.approval;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Grant;
import io.tidemark.authorise.Request;
import io.tidemark.terms.China;
import java.time.Instant;
import java.util.Locale;

/** Takes back grants and requests. Whoever may approve may revoke, and so may the one who asked. */
public final class Revocations {
  private Revocations() {}

  /** The request taken back, while it waits or is approved and unused. */
  public static Ruling<Request> revoke(Actor actor, Request request, Instant now) {
    if (!actor.may(Act.REVOKE) && !actor.id().equals(request.ask().actor())) {
      return new Ruling.Refused<>(Authority.notYourDuty(Act.REVOKE));
    }
    Request.State state = request.stateAt(now);
    return Request.ARROWS.allow(state, Request.Step.REVOKE)
        ? new Ruling.Moved<>(request, request.after(Request.Step.REVOKE, Request.State.REVOKED))
        : ended(state);
  }

  /** The grant taken back, while it is proposed or usable. */
  public static Ruling<Grant> revoke(Actor actor, Grant grant, Instant now) {
    if (!actor.may(Act.REVOKE) && !actor.id().equals(grant.askedBy())) {
      return new Ruling.Refused<>(Authority.notYourDuty(Act.REVOKE));
    }
    Grant.State state = grant.stateOn(China.day(now));
    return Grant.ARROWS.allow(state, Grant.Step.REVOKE)
        ? new Ruling.Moved<>(grant, grant.revoked())
        : ended(state);
  }

  private static <T> Ruling<T> ended(Enum<?> state) {
    String name = state.name().toLowerCase(Locale.ROOT);
    return Ruling.refused(
        "nothing-to-revoke", "没有可撤销的：现为 " + name, "there is nothing to revoke: it is " + name);
  }
}
