package io.tidemark.custody.calls;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.disclose.mask.Masks;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.PersonalText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows what was heard on alias numbers: {@code Asked -> Receipt -> Opened -> masked}. Calling
 * numbers are shown masked only. Thread-safe.
 */
public final class ShowingCalls {
  private final HeardCalls heard;
  private final PartyNumbers numbers;
  private final Register register;

  /** Shows what this store heard, recorded in this register. */
  public ShowingCalls(HeardCalls heard, PartyNumbers numbers, Register register) {
    this.heard = heard;
    this.numbers = numbers;
    this.register = register;
  }

  /**
   * A caller and a party whose lines it rang.
   *
   * @param caller masked
   */
  public record Suspect(
      PersonalText caller,
      List<String> of,
      long rung,
      String party,
      int lines,
      double bound,
      Instant last,
      Optional<Long> named) {}

  /** What was heard. */
  public record Shown(
      HeardCalls.Summary summary, List<HeardCalls.OfParty> parties, List<Suspect> suspects) {}

  /** What was heard, with at most so many suspects behind these. */
  public Recorded<Shown> show(Actor actor, int passedOver, int most) {
    if (!actor.may(Act.INQUIRE)) {
      return register.notYourDuty(actor, Act.INQUIRE);
    }
    List<HeardCalls.Suspect> found = heard.suspects(passedOver, most);
    Receipt receipt =
        register
            .journal()
            .record(
                register.begin("alias-calls-shown", actor).line("callers", found.size()).build());
    List<Suspect> suspects = new ArrayList<>();
    for (HeardCalls.Suspect one : found) {
      suspects.add(
          new Suspect(
              Masks.caller(numbers.open(one.caller())),
              one.of(),
              one.rung(),
              one.party(),
              one.lines(),
              one.bound(),
              one.last(),
              one.named()));
    }
    return new Recorded.Done<>(
        new Shown(heard.summary(register.now()), heard.byParty(), suspects), receipt);
  }
}
