package io.tidemark.store.home;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.custody.owner.Retaining;
import io.tidemark.custody.owner.RetentionRuns;
import io.tidemark.terms.China;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Erasing what is past its time to its end: through all records, then out of the database's files.
 * A run that was cut off, in either part, is gone on with. Thread-safe.
 *
 * @param retaining goes through the records
 */
public record RetentionJob(Home home, Retaining retaining) {
  /** What a run did, and whether it has left the files. */
  public record Outcome(RetentionRuns.Run run, boolean shredded) {}

  /** Runs, unless another process does. */
  public Recorded<Outcome> run(Actor actor, Consumer<RetentionRuns.Run> progress)
      throws HomeFault, IOException {
    RetentionRuns runs = home.retentionRuns();
    Optional<Recorded<RetentionRuns.Run>> end = runs.alone(() -> retaining.run(actor, progress));
    if (end.isEmpty()) {
      Register register = retaining.register();
      return new Recorded.Refused<>(
          Retaining.BUSY, register.refusal(actor, Act.RETAIN, Retaining.BUSY));
    }
    if (end.get() instanceof Recorded.Refused<RetentionRuns.Run> refused) {
      return new Recorded.Refused<>(refused.refusal(), refused.receipt());
    }
    Recorded.Done<RetentionRuns.Run> done = (Recorded.Done<RetentionRuns.Run>) end.get();
    return new Recorded.Done<>(
        new Outcome(done.what(), !home.unshredded() || home.shred()), done.receipt());
  }

  /**
   * Whether a server is to run now: the policy names an hour, it is past, and no run of today has
   * come to its end.
   */
  public boolean due(Instant now) {
    boolean hour =
        retaining
            .register()
            .policy()
            .retention()
            .at()
            .filter(at -> !China.time(now).isBefore(at))
            .isPresent();
    return hour
        && home.retentionRuns()
            .last()
            .filter(run -> China.day(run.begun()).equals(China.day(now)) && isOver(run))
            .isEmpty();
  }

  /** Files of a PostgreSQL of one's own are its operator's. */
  private boolean isOver(RetentionRuns.Run run) {
    return run.ended() && (!home.unshredded() || home.embedded().isEmpty());
  }
}
