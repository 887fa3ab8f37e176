package io.tidemark.custody.calls;

import io.tidemark.calls.line.CallAnswer;
import io.tidemark.calls.line.Heard;
import io.tidemark.calls.line.TurnedAway;
import java.util.Optional;

/**
 * Whose call it is and what is to become of it.
 *
 * @param why nothing when it goes on
 */
record CallVerdict(Heard heard, CallBook.Did did, Optional<TurnedAway> why) {
  static CallVerdict forward(Heard heard) {
    return new CallVerdict(heard, CallBook.Did.FORWARDED, Optional.empty());
  }

  static CallVerdict announce(Heard heard, TurnedAway why) {
    return new CallVerdict(heard, CallBook.Did.ANNOUNCED, Optional.of(why));
  }

  static CallVerdict reject(Heard heard, TurnedAway why) {
    return new CallVerdict(heard, CallBook.Did.REJECTED, Optional.of(why));
  }

  boolean forwards() {
    return did == CallBook.Did.FORWARDED;
  }

  /** A try of the holder's, which counts. */
  boolean isTry() {
    return heard == Heard.HOLDER && forwards();
  }

  /** The answer of a call that does not go on. */
  CallAnswer turnedAway() {
    TurnedAway reason = why.orElseThrow();
    return did == CallBook.Did.ANNOUNCED
        ? new CallAnswer.Announce(reason.refusal())
        : new CallAnswer.Reject(reason.refusal());
  }
}
