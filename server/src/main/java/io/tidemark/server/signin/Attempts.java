package io.tidemark.server.signin;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.Register;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Problem;
import io.tidemark.server.http.TurnedAway;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.FailureSeries;
import io.tidemark.store.home.Home;
import io.tidemark.vault.KeyRing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Attempts to sign in, which count as failed until they succeed: a name that failed five times is
 * locked for a time that doubles, whether anybody has it or not. Thread-safe.
 */
@Component
class Attempts {
  private final FailureSeries series;
  private final KeyRing keys;
  private final Rules rules;
  private final TurnedAway turnedAway;
  private final Clock clock;

  Attempts(Home home, Rules rules, TurnedAway turnedAway, Clock clock) {
    this.series = home.failureSeries();
    this.keys = home.keys();
    this.rules = rules;
    this.turnedAway = turnedAway;
    this.clock = clock;
  }

  /** One attempt; it fails or it succeeds. */
  final class Attempt {
    private final byte[] name;
    private final FailureSeries.Attempt counted;

    private Attempt(byte[] name, FailureSeries.Attempt counted) {
      this.name = name;
      this.counted = counted;
    }

    /** The series ends. */
    void succeeded() {
      series.end(name);
    }

    /**
     * Counts the failure. Records the lock, if this failure locks the name: also where nobody has
     * it, so that a growing ledger tells nobody which names there are.
     *
     * @param who the person or system, or {@link TurnedAway#UNKNOWN}
     */
    void failed(String who) {
      turnedAway.count(TurnedAway.SIGN_IN, who);
      if (counted.locks()) {
        Register register = rules.inForce().register();
        register
            .journal()
            .record(
                register
                    .begin("lockout", Actor.nobody())
                    .line("person", who)
                    .line("failures", counted.failures())
                    .line("until", counted.locked())
                    .build());
      }
    }
  }

  /** An attempt of a person; ends the request when the name is locked. */
  Attempt ofPerson(String name) {
    return begin("failure series " + name);
  }

  /**
   * An attempt of a system, counted by its address too: nobody guesses its secret, and somebody
   * elsewhere cannot lock it out.
   */
  Attempt ofSystem(String name, String address) {
    return begin("failures of a system at " + address + " " + name);
  }

  private Attempt begin(String what) {
    Instant now = clock.instant();
    byte[] name = keys.derive(KeyRing.Use.ACCESS, what);
    return new Attempt(name, series.begin(name, now).orElseThrow(() -> locked(name, now)));
  }

  private Halt locked(byte[] name, Instant now) {
    Problem problem =
        Problem.of(
            429,
            "sign-in-locked",
            "此编号登录失败次数过多，请稍后再试",
            "too many failed sign-ins under this name: wait, then try again");
    Duration wait = Duration.between(now, series.lockedUntil(name, now));
    return Halt.until(problem, wait.isNegative() ? Duration.ZERO : wait);
  }
}
