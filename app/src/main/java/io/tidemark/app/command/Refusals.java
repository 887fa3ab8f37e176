package io.tidemark.app.command;

import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Entries;
import io.tidemark.terms.Refusal;

/** Refusals of commands that are not one of the three flows. */
final class Refusals {
  private Refusals() {}

  /** Records the refusal and ends the command with it. */
  static Stop recorded(Session session, Act act, Refusal refusal) {
    session
        .home()
        .journal()
        .record(
            Entries.refusal(
                    session.clock().instant(), session.actor(), session.policy(), act, refusal)
                .build());
    return Stop.refused(refusal.reason());
  }
}
