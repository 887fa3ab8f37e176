package io.tidemark.app.command;

import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.terms.Refusal;
import java.util.Optional;

/** Refusals of commands that are not one of the three flows. */
public final class Refusals {
  private Refusals() {}

  /** Ends the command, with the refusal recorded, when the act is not among the actor's duties. */
  public static void unlessMay(Session session, Act act) {
    stopIf(session.register().unlessMay(session.actor(), act));
  }

  /** Ends the command when its flow refused. */
  public static void stopIf(Optional<Refusal> refused) {
    if (refused.isPresent()) {
      throw Stop.refused(refused.get());
    }
  }

  /** What was done; ends the command when it was refused. */
  public static <T> Recorded.Done<T> orStop(Recorded<T> end) {
    return end.either(
        done -> done,
        refused -> {
          throw Stop.refused(refused.refusal());
        });
  }

  /** Records the refusal and ends the command with it. */
  public static Stop recorded(Session session, Act act, Refusal refusal) {
    session.register().refusal(session.actor(), act, refusal);
    return Stop.refused(refusal);
  }
}
