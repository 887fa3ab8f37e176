package io.tidemark.custody.members;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Invited;
import io.tidemark.authorise.SecretToken;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Inviting a person to open an account on the server. Who may is the rule of credentials: the first
 * one is set-up, another in its place is for the person or a protection officer. Thread-safe.
 *
 * @param register where it is recorded
 */
public record Inviting(Register register) {
  /** The longest that an invitation counts. */
  public static final Duration LONGEST = Duration.ofDays(7);

  /**
   * An invitation.
   *
   * @param token to be given to the person alone; it is kept nowhere
   * @param until after this instant it no longer counts
   */
  public record Invitation(SecretToken token, Instant until) {}

  /**
   * Invites a person of the chain; an earlier invitation no longer counts.
   *
   * @param enrolled whether the person has a credential or an account already
   * @param valid how long it counts, at most {@link #LONGEST}
   */
  public Recorded<Invitation> invite(Actor actor, String person, boolean enrolled, Duration valid) {
    if (valid.isNegative() || valid.isZero() || valid.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("an invitation counts for at most " + LONGEST);
    }
    Optional<Refusal> refusal = Authority.enrolling(actor, person, enrolled);
    if (refusal.isPresent()) {
      return register.refused(actor, Act.SET_UP, refusal.get());
    }
    Invitation invitation = new Invitation(SecretToken.draw(), register.now().plus(valid));
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("invitation", actor)
                    .line("person", person)
                    .line("until", invitation.until())
                    .build(),
                new Invited(person, invitation.token().digest(), invitation.until()));
    return new Recorded.Done<>(invitation, receipt);
  }
}
