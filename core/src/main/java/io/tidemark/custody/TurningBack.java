package io.tidemark.custody;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.disclose.mask.PartyTokens;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Party;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.KeyRing;
import java.util.List;
import java.util.Optional;

/**
 * Turning the tokens of one party back into the numbers that they stand for. The entry comes first,
 * whatever comes of it. Thread-safe.
 */
public final class TurningBack {
  /** The most tokens at a time. */
  public static final int MOST = 1_000;

  private final Register register;
  private final KeyRing keys;

  /** Turns tokens back under these keys, recorded in this register. */
  public TurningBack(Register register, KeyRing keys) {
    this.register = register;
    this.keys = keys;
  }

  /** The tokens of a party, one set for each thread. */
  public static PartyTokens of(KeyRing keys, String party) {
    return new PartyTokens(keys.suite(), keys.derive(KeyRing.Use.TOKEN, party));
  }

  /**
   * What these tokens stand for, in their order; nothing for what can be no token of that party.
   *
   * @throws IllegalArgumentException for none or more than {@link #MOST}
   */
  public Recorded<List<Optional<PersonalText>>> turnBack(
      Actor actor, Party party, FieldClass field, List<PersonalText> tokens, String why) {
    if (tokens.isEmpty() || tokens.size() > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " tokens at a time");
    }
    if (!actor.may(Act.TURN_BACK)) {
      return register.notYourDuty(actor, Act.TURN_BACK);
    }
    Receipt receipt =
        register
            .journal()
            .record(
                register
                    .begin("turned-back", actor)
                    .line("party", party.id())
                    .line("field", field)
                    .line("tokens", tokens.size())
                    .line("why", Digest.sha256(why))
                    .build());
    PartyTokens own = of(keys, party.id());
    return new Recorded.Done<>(
        tokens.stream().map(token -> own.value(field, token)).toList(), receipt);
  }
}
