package io.tidemark.server.api;

import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.Identifying;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Problem;
import io.tidemark.server.rules.InForce;
import org.jspecify.annotations.Nullable;

/** One person, named by one whole number; and what a caller is told where that is nobody. */
final class OneNumber {
  private OneNumber() {}

  /** The number that a body names. */
  static Identifying.Number of(@Nullable String kind, @Nullable String value) {
    return new Identifying.Number(LookUpDesk.kind(kind), LookUpDesk.number(value));
  }

  /** What was done; ends the request with the recorded refusal. Nobody and several are 404. */
  static <T> Recorded.Done<T> done(Recorded<T> end, InForce now) {
    return end.either(
        done -> done,
        refused -> {
          throw halt(refused, now);
        });
  }

  private static Halt halt(Recorded.Refused<?> refused, InForce now) {
    return refused.refusal().equals(Identifying.NOBODY)
        ? Halt.problem(new Problem(404, refused.refusal().rule(), refused.refusal().reason()))
        : Waiting.halt(refused, now.register().now());
  }
}
