package io.tidemark.authorise.approval;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Voice;
import io.tidemark.terms.China;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who may speak, for whom.
 *
 * @param chain whose duties count
 * @param delegations all that were given, ended ones too
 */
record Voices(Chain chain, List<Delegation> delegations) {
  /** A voice, or why somebody has none. */
  record Heard(Optional<Voice> voice, Optional<Refusal> refusal) {
    private static Heard of(Voice voice) {
      return new Heard(Optional.of(voice), Optional.empty());
    }

    private static Heard no(Refusal refusal) {
      return new Heard(Optional.empty(), Optional.of(refusal));
    }
  }

  /**
   * The voice of an actor: their own, where they have a duty that counts, or else that of somebody
   * who lent them theirs.
   *
   * @param delegator for whom the actor says to speak; nobody for the actor's own choice
   * @param asker who asked, and so is never heard, nor spoken for
   * @param spoken who was heard before; each person counts once
   * @param counts whose duty counts
   */
  Heard hear(
      Actor actor,
      Optional<String> delegator,
      String asker,
      Collection<Voice> spoken,
      Predicate<String> counts,
      Instant now) {
    if (actor.isSystem()) {
      return Heard.no(Authority.notYourDuty(Act.APPROVE));
    }
    Heard heard =
        delegator.isEmpty() && approves(actor.id()) && counts.test(actor.id())
            ? Heard.of(Voice.own(actor.id()))
            : lent(actor, delegator, asker, spoken, counts, China.day(now));
    return heard.voice().isPresent() && actor.id().equals(asker)
        ? Heard.no(
            Refusal.of("own-request", "申请人不能审批自己的申请", "nobody approves a request of their own"))
        : heard;
  }

  /** Why a voice does not count once more. */
  static Optional<Refusal> again(Voice voice, Collection<Voice> spoken) {
    return spoken.stream().anyMatch(voice::concerns)
        ? Optional.of(
            Refusal.of(
                "approved-already",
                "您（或您所代表的人）已审批过",
                "you, or whom you speak for, have approved this already"))
        : Optional.empty();
  }

  private Heard lent(
      Actor actor,
      Optional<String> delegator,
      String asker,
      Collection<Voice> spoken,
      Predicate<String> counts,
      LocalDate day) {
    List<Voice> possible =
        delegations.stream()
            .filter(lent -> lent.to().equals(actor.id()) && lent.holdsOn(day))
            .map(Delegation::from)
            .filter(from -> delegator.map(from::equals).orElse(true))
            .filter(from -> approves(from) && counts.test(from) && !from.equals(asker))
            .map(from -> new Voice(actor.id(), Optional.of(from)))
            .sorted(Comparator.comparing(voice -> spoken.stream().anyMatch(voice::concerns)))
            .toList();
    if (!possible.isEmpty()) {
      return Heard.of(possible.get(0));
    }
    if (delegator.isPresent()) {
      return Heard.no(
          Refusal.of(
              "no-delegation",
              "没有此人在有效期内、可用于此事的委托",
              "that person has lent you no duty that counts here and now"));
    }
    return Heard.no(
        approves(actor.id())
            ? Refusal.of("not-named", "此授权没有点名您审批", "the grant does not name you")
            : Authority.notYourDuty(Act.APPROVE));
  }

  /** Whether this person has a duty to approve. */
  boolean approves(String person) {
    return Actor.person(person, chain).filter(one -> one.may(Act.APPROVE)).isPresent();
  }
}
