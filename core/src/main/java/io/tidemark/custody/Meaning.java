package io.tidemark.custody;

import static io.tidemark.custody.Pacing.What.REQUESTS;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Ask;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Naming;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.select.Condition;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * Whom a request over the network means, told only within limits: how many of some numbers are
 * known, or how many people meet a condition, would tell who is a customer. A command needs none of
 * this: whoever runs it can read the master key. Thread-safe.
 */
public final class Meaning {
  private static final Refusal NOBODY =
      Refusal.of("nobody-meant", "没有人符合", "nobody in custody is meant by this");

  private final Selecting selecting;
  private final Pacing pacing;
  private final Register register;
  private final Authority authority;
  private final Naming naming;

  /** Looks by this selecting, at this pace, recorded in this register. */
  public Meaning(Selecting selecting, Pacing pacing, Register register, Authority authority) {
    this.selecting = selecting;
    this.pacing = pacing;
    this.register = register;
    this.authority = authority;
    this.naming = register.policy().naming();
  }

  /**
   * Why what was found by numbers is not told: nobody was, or too much of what this person named
   * within the hour is nobody's. What nobody has is counted before anything is told, and the
   * request that goes beyond the limit is told nothing.
   */
  public Optional<Recorded.Refused<Subjects.Found>> untold(Actor actor, Subjects.Found found) {
    int unknown = Math.toIntExact(found.unknown());
    Pacing.Turn turn = begin(actor, unknown);
    if (turn.limit().isPresent() || turn.until().isAfter(register.now())) {
      return Optional.of(tooSoon(actor, turn));
    }
    return found.records().isEmpty() ? Optional.of(refused(actor, NOBODY)) : Optional.empty();
  }

  /**
   * The people who meet a condition on fields that the request may ask about; where they are too
   * few, whoever asks is told the same as where there are none.
   *
   * @param ask the request, for one person
   * @param printed the condition as a person writes it
   */
  public Recorded<RoaringBitmap> where(
      Actor actor, Ask ask, Condition condition, PersonalText printed) {
    Optional<Refusal> refusal = authority.condition(actor, ask, condition.fields());
    if (refusal.isPresent()) {
      return refused(actor, refusal.get());
    }
    Pacing.Turn turn = begin(actor, 1);
    if (turn.limit().isPresent()) {
      return tooSoon(actor, turn);
    }
    return selecting
        .where(actor, condition, printed, ask.purpose())
        .either(done -> enough(actor, done), refused -> refused);
  }

  private Recorded<RoaringBitmap> enough(Actor actor, Recorded.Done<RoaringBitmap> found) {
    if (found.what().getCardinality() < naming.fewest()) {
      return refused(actor, tooFew());
    }
    pacing.forgive(REQUESTS, actor.id(), naming.pace());
    return found;
  }

  private Refusal tooFew() {
    return Refusal.of(
        "too-few-meant",
        "符合条件的不足 " + naming.fewest() + " 人；请改用 subjects 逐个写明",
        "fewer than "
            + naming.fewest()
            + " people meet the condition; name the subjects one by one");
  }

  private Pacing.Turn begin(Actor actor, int misses) {
    return pacing.begin(REQUESTS, actor.id(), naming.pace(), misses, register.now());
  }

  private <T> Recorded.Refused<T> tooSoon(Actor actor, Pacing.Turn turn) {
    Refusal refusal = turn.limit().orElse(Pacing.Limit.LOCKED).refusal(REQUESTS);
    return register.refusedUntil(actor, Act.REQUEST, refusal, turn.until());
  }

  private <T> Recorded.Refused<T> refused(Actor actor, Refusal refusal) {
    return register.refused(actor, Act.REQUEST, refusal);
  }
}
