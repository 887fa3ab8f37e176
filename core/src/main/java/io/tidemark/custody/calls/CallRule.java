package io.tidemark.custody.calls;

import io.tidemark.authorise.CallTerms;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Policy;
import io.tidemark.calls.line.Heard;
import io.tidemark.calls.line.TurnedAway;
import io.tidemark.rights.Consents;
import io.tidemark.rights.Footing;
import io.tidemark.terms.China;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Number -> binding -> whose call -> its hours -> its tries: what becomes of one call, by what the
 * book knows of the number at this moment. Changes nothing. Thread-safe.
 *
 * @param policy whose terms count
 * @param chain knows the parties: one that is not in it any more is not put through
 * @param consents what people said of purposes
 */
record CallRule(Policy policy, Chain chain, Consents consents) {
  private CallTerms terms() {
    return policy.aliases().calls();
  }

  /** The verdict on a call that rings now; {@code caller} is the token of its number. */
  CallVerdict of(CallBook.Called called, Instant at, OptionalLong caller) {
    return charged(called)
        .map(bound -> of(bound, at, caller))
        .orElseGet(() -> turnedAway(Heard.BACKGROUND, terms().others()));
  }

  /**
   * The binding that a call is held against: that of the number, which may rest. Not that of a
   * honey customer unless the operator consented to probes; the holder's own calls are the holder's
   * all the same.
   */
  Optional<CallBook.Bound> charged(CallBook.Called called) {
    return called.bound().filter(bound -> !bound.probe() || terms().probes() || bound.fromHolder());
  }

  private CallVerdict of(CallBook.Bound bound, Instant at, OptionalLong caller) {
    if (bound.fromHolder()) {
      return forHolder(bound, at, caller)
          .map(why -> CallVerdict.announce(Heard.HOLDER, why))
          .orElseGet(() -> CallVerdict.forward(Heard.HOLDER));
    }
    if (bound.fromPerson()) {
      return isOver(bound, at)
          ? CallVerdict.announce(Heard.PERSON, TurnedAway.OVER)
          : CallVerdict.forward(Heard.PERSON);
    }
    boolean reaches = bound.live() && !bound.records().isEmpty();
    return terms().others() == CallTerms.Others.FORWARD && reaches
        ? CallVerdict.forward(Heard.OTHER)
        : turnedAway(Heard.OTHER, terms().others());
  }

  private Optional<TurnedAway> forHolder(CallBook.Bound bound, Instant at, OptionalLong caller) {
    CallTerms.Rule rule = terms().rule(bound.holder().purpose());
    if (isOver(bound, at) || chain.party(bound.holder().party()).isEmpty()) {
      return Optional.of(TurnedAway.OVER);
    }
    if (rule.oneNumber() && bound.only().isPresent() && !bound.only().equals(caller)) {
      return Optional.of(TurnedAway.ANOTHER_NUMBER);
    }
    if (!rule.isOpen(China.time(at))) {
      return Optional.of(TurnedAway.HOURS);
    }
    if (bound.tries() >= rule.inAll()) {
      return Optional.of(TurnedAway.TRIES);
    }
    if (bound.today() >= rule.perDay()) {
      return Optional.of(TurnedAway.TRIES_TODAY);
    }
    return isWilling(bound) ? Optional.empty() : Optional.of(TurnedAway.NOBODY_ANSWERS);
  }

  private static boolean isOver(CallBook.Bound bound, Instant at) {
    return !bound.live() || bound.until().isBefore(China.day(at));
  }

  /** Not so where there is nobody, and where the person objects to the holder's use. */
  private boolean isWilling(CallBook.Bound bound) {
    Footing footing = footing(bound);
    return !bound.records().isEmpty()
        && (!footing.asks() || consents.leftOut(footing, bound.records()).records().isEmpty());
  }

  /** What the holder's use rests on in the person's own will. */
  Footing footing(CallBook.Bound bound) {
    return policy.footing(bound.holder().purpose(), chain.party(bound.holder().party()));
  }

  private static CallVerdict turnedAway(Heard heard, CallTerms.Others others) {
    return others == CallTerms.Others.ANNOUNCE
        ? CallVerdict.announce(heard, TurnedAway.NOT_YOURS)
        : CallVerdict.reject(heard, TurnedAway.NOT_YOURS);
  }
}
