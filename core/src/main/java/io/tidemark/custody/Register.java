package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Policy;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes entries into one journal under one policy, refusals among them: the same from a command as
 * from the server. Thread-safe.
 *
 * @param journal where it writes
 * @param policy what counts
 * @param clock the time that entries name
 */
public record Register(Journal journal, Policy policy, Clock clock) {
  /** Now. */
  public Instant now() {
    return clock.instant();
  }

  /** An entry with when, who, and under which policy. */
  public Entry.Builder begin(String kind, Actor actor) {
    return Entries.begin(kind, now(), actor, policy);
  }

  /** Records a refusal. */
  public Receipt refusal(Actor actor, Act act, Refusal refusal) {
    Instant now = now();
    return journal.record(
        Entries.refusal(now, actor, policy, act, refusal).build(),
        Entries.counted(actor, refusal, now));
  }

  /** The recorded refusal of an act that is not among the actor's duties; nothing when it is. */
  public Optional<Refusal> unlessMay(Actor actor, Act act) {
    if (actor.may(act)) {
      return Optional.empty();
    }
    Refusal refusal = Authority.notYourDuty(act);
    refusal(actor, act, refusal);
    return Optional.of(refusal);
  }

  /** The end of a step that is not among the actor's duties. */
  public <T> Recorded<T> notYourDuty(Actor actor, Act act) {
    return refused(actor, act, Authority.notYourDuty(act));
  }

  /** The end of a step that was refused until then; the entry says {@code until}. */
  public <T> Recorded.Refused<T> refusedUntil(
      Actor actor, Act act, Refusal refusal, Instant until) {
    return new Recorded.Refused<>(
        refusal,
        journal.record(
            Entries.refusal(now(), actor, policy, act, refusal).line("until", until).build()));
  }

  /** The end of a step that was refused. */
  public <T> Recorded.Refused<T> refused(Actor actor, Act act, Refusal refusal) {
    return new Recorded.Refused<>(refusal, refusal(actor, act, refusal));
  }
}
