package io.tidemark.server.http;

import io.tidemark.terms.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Ends a request with a problem, as {@code Stop} ends a command. */
public final class Halt extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Refusals by the state of what was asked about: another answer is possible later. */
  private static final Set<String> OF_STATE =
      Set.of(
          "not-waiting",
          "approved-already",
          "acknowledged-already",
          "request-expired",
          "enrolled-already",
          "renewal-waits",
          "nothing-to-renew");

  @SuppressWarnings("serial") // never serialised
  private final Problem problem;

  private final transient Optional<Duration> wait;

  private Halt(Problem problem, Optional<Duration> wait) {
    super(problem.rule(), null, false, false);
    this.problem = problem;
    this.wait = wait;
  }

  /** Ends it with this problem. */
  public static Halt with(int status, String rule, String zh, String en) {
    return new Halt(Problem.of(status, rule, zh, en), Optional.empty());
  }

  /** Ends it with this problem. */
  public static Halt problem(Problem problem) {
    return new Halt(problem, Optional.empty());
  }

  /** Ends it with this problem, which passes after a while. */
  public static Halt until(Problem problem, Duration wait) {
    return new Halt(problem, Optional.of(wait));
  }

  /** Ends it with the problem of a status for which nothing more is to be said. */
  public static Halt status(int status) {
    return new Halt(Problem.ofStatus(status), Optional.empty());
  }

  /** Ends it with a refusal, which is recorded already. */
  public static Halt refused(Refusal refusal) {
    int status = OF_STATE.contains(refusal.rule()) ? 409 : 403;
    return new Halt(new Problem(status, refusal.rule(), refusal.reason()), Optional.empty());
  }

  /** The problem. */
  public Problem problem() {
    return problem;
  }

  /** After which time another try makes sense. */
  public Optional<Duration> waiting() {
    return wait;
  }
}
