package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.SecretToken;
import io.tidemark.authorise.SystemAdmitted;
import io.tidemark.authorise.SystemShutOut;
import io.tidemark.ledger.Receipt;

/**
 * Letting other systems of the insurer in, and shutting them out. Admitting is set-up; whoever may
 * take something back may shut a system out. Thread-safe.
 *
 * @param register where it is recorded
 */
public record Systems(Register register) {
  /**
   * Gives a system of the chain a secret; an earlier one and its sessions no longer count.
   *
   * @return the secret, to be given to the system alone; it is kept nowhere
   */
  public Recorded<SecretToken> admit(Actor actor, Person system) {
    check(system);
    if (!actor.may(Act.SET_UP)) {
      return register.notYourDuty(actor, Act.SET_UP);
    }
    SecretToken secret = SecretToken.draw();
    Receipt receipt =
        register
            .journal()
            .record(
                register.begin("system-admitted", actor).line("system", system.id()).build(),
                new SystemAdmitted(system.id(), secret.digest()));
    return new Recorded.Done<>(secret, receipt);
  }

  /** Ends a system's secret and all of its sessions, on every node. */
  public Recorded<Person> shutOut(Actor actor, Person system) {
    check(system);
    if (!actor.may(Act.REVOKE)) {
      return register.notYourDuty(actor, Act.REVOKE);
    }
    Receipt receipt =
        register
            .journal()
            .record(
                register.begin("system-shut-out", actor).line("system", system.id()).build(),
                new SystemShutOut(system.id()));
    return new Recorded.Done<>(system, receipt);
  }

  private static void check(Person system) {
    if (!system.isSystem()) {
      throw new IllegalArgumentException("people have accounts, not secrets of systems");
    }
  }
}
