package io.tidemark.custody.members;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.SubjectLinked;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import java.util.Optional;

/**
 * Saying who a person is at the insurer's provider: from then on whoever signs in there as this
 * subject is that person here. Who may say so is the rule of credentials. Thread-safe.
 *
 * @param register where it is recorded
 */
public record Linking(Register register) {
  /**
   * Links a person of the chain to a subject; the entry holds the subject's digest.
   *
   * @param enrolled whether the person has a credential, an account or a subject already
   * @throws SubjectLinked.Taken when the subject is another person's
   */
  public Recorded<String> link(
      Actor actor, String person, boolean enrolled, String issuer, String subject) {
    Optional<Refusal> refusal = Authority.enrolling(actor, person, enrolled);
    if (refusal.isPresent()) {
      return register.refused(actor, Act.SET_UP, refusal.get());
    }
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("subject", actor)
                    .line("person", person)
                    .line("issuer", issuer)
                    .line("subject-sha256", Digest.sha256(subject))
                    .build(),
                new SubjectLinked(person, issuer, subject));
    return new Recorded.Done<>(person, receipt);
  }
}
