package io.tidemark.custody.members;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.PersonLeft;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import java.util.Optional;

/**
 * Leaving the chain, at once and on every node. The person may say so, or a protection officer; an
 * operator only before the person has a credential, or an approver could be made to leave and to
 * come back with another key. Thread-safe.
 *
 * @param register where it is recorded
 */
public record Leaving(Register register) {
  /**
   * Has a person or system leave. What the person decided before stays decided.
   *
   * @param enrolled whether the person has a credential, an account or a subject
   * @param why the reason; the ledger holds its digest
   */
  public Recorded<Person> leave(
      Actor actor, Chain chain, Person person, boolean enrolled, String why) {
    Optional<Refusal> refusal = mayNot(actor, person, enrolled).or(() -> last(chain, person));
    if (refusal.isPresent()) {
      return register.refused(actor, Act.SET_UP, refusal.get());
    }
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("departure", actor)
                    .line("person", person.id())
                    .line("reason-sha256", Digest.sha256(why))
                    .build(),
                new PersonLeft(person.id()));
    return new Recorded.Done<>(person, receipt);
  }

  private static Optional<Refusal> mayNot(Actor actor, Person person, boolean enrolled) {
    boolean own = !actor.isOperator() && actor.id().equals(person.id());
    boolean setUp = !enrolled && actor.may(Act.SET_UP);
    return own || setUp || actor.duties().contains(Duty.PROTECTION_OFFICER)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "not-yours-to-end",
                "只有本人或个人信息保护负责人能终止已有凭证者的访问",
                "only that person or a protection officer ends the access of somebody who has a credential"));
  }

  /** Without a protection officer nobody could replace a credential any more. */
  private static Optional<Refusal> last(Chain chain, Person person) {
    boolean officer = person.duties().contains(Duty.PROTECTION_OFFICER);
    boolean another =
        chain.people().values().stream()
            .anyMatch(
                one ->
                    !one.id().equals(person.id())
                        && one.duties().contains(Duty.PROTECTION_OFFICER));
    return !officer || another
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "last-protection-officer",
                "这是唯一的个人信息保护负责人：请先登记继任者",
                "this is the only protection officer: register a successor first"));
  }
}
