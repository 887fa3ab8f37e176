package io.tidemark.server.signin;

import io.tidemark.authorise.PasskeyRegistered;
import io.tidemark.authorise.PasskeyRemoved;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Receipt;
import io.tidemark.server.http.Halt;
import io.tidemark.server.passkey.BadPasskey;
import io.tidemark.server.passkey.Ceremonies;
import io.tidemark.server.passkey.PasskeyOptions;
import io.tidemark.server.passkey.RelyingParty;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.Passkeys;
import io.tidemark.store.access.Passkeys.Passkey;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import io.tidemark.vault.KeyRing;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** A signed-in person's own passkeys: registers, lists, removes. Thread-safe. */
@Component
class OwnPasskeys {
  private static final int LONGEST_NAME = 64;

  private final Passkeys passkeys;
  private final KeyRing keys;
  private final RelyingParty party;
  private final Ceremonies ceremonies;
  private final Challenges challenges;
  private final Proofs proofs;
  private final Rules rules;
  private final Clock clock;

  OwnPasskeys(
      Home home,
      RelyingParty party,
      Ceremonies ceremonies,
      Challenges challenges,
      Proofs proofs,
      Rules rules,
      Clock clock) {
    this.passkeys = home.passkeys();
    this.keys = home.keys();
    this.party = party;
    this.ceremonies = ceremonies;
    this.challenges = challenges;
    this.proofs = proofs;
    this.rules = rules;
    this.clock = clock;
  }

  List<Passkey> of(SignedInPerson person) {
    return passkeys.of(person.actor().id());
  }

  /** What the person's browser is told before it makes a passkey; uses up a proof. */
  PasskeyOptions.Making begin(SignedInPerson person) {
    proofs.use(person);
    String id = person.actor().id();
    return PasskeyOptions.making(
        party,
        challenges.forNew(person),
        PasskeyUse.user(keys, id),
        id,
        of(person).stream().map(Passkey::credential).toList(),
        Challenges.LIFE);
  }

  /** Registers what the browser made; ends the request when it does not hold. */
  Passkey register(SignedInPerson person, String name, String credential) {
    String called = name.strip();
    if (called.isEmpty()
        || called.length() > LONGEST_NAME
        || called.codePoints().anyMatch(Character::isISOControl)) {
      throw Halt.with(
          422,
          "bad-passkey-name",
          "通行密钥的名称应为 1 到 64 个字符，不含控制字符",
          "a passkey's name has 1 to 64 characters and no control characters");
    }
    Ceremonies.Made made = made(person, credential);
    Register register = rules.inForce().register();
    PasskeyRegistered registered =
        new PasskeyRegistered(
            person.actor().id(),
            called,
            made.credential(),
            made.kept().attested(),
            made.kept().counter(),
            made.kept().backup(),
            clock.instant());
    try {
      Receipt receipt =
          register
              .journal()
              .record(
                  register
                      .begin("passkey", person.actor())
                      .line("attested-sha256", Digest.sha256(made.kept().attested()))
                      .build(),
                  registered);
      return new Passkey(
          receipt.index(),
          registered.person(),
          called,
          registered.credential(),
          registered.attested(),
          registered.counter(),
          registered.backup(),
          registered.at(),
          null);
    } catch (PasskeyRegistered.NotTaken e) {
      throw Halt.with(
          409,
          "passkey-not-taken",
          "此通行密钥已登记，或您已有 " + PasskeyRegistered.MOST + " 个：请先移除一个",
          "this passkey is registered already, or you have "
              + PasskeyRegistered.MOST
              + ": remove one first");
    }
  }

  private Ceremonies.Made made(SignedInPerson person, String credential) {
    byte[] challenge = challenges.takeForNew(person).orElseThrow(OwnPasskeys::bad);
    try {
      return ceremonies.made(credential, challenge);
    } catch (BadPasskey e) {
      throw bad();
    }
  }

  /** Removes a passkey; uses up a proof. */
  void remove(SignedInPerson person, long registration) {
    String id = person.actor().id();
    if (of(person).stream().noneMatch(one -> one.registration() == registration)) {
      throw Halt.status(404);
    }
    proofs.use(person);
    Register register = rules.inForce().register();
    try {
      register
          .journal()
          .record(
              register
                  .begin("passkey-removal", person.actor())
                  .line("registration", registration)
                  .build(),
              new PasskeyRemoved(id, registration));
    } catch (PasskeyRemoved.NoSuch e) {
      throw Halt.status(404);
    }
  }

  private static Halt bad() {
    return Halt.with(
        422,
        "passkey-not-valid",
        "通行密钥的登记不成立，或已超过五分钟：请从 /api/v1/session/proof 重新开始",
        "what was said of the passkey does not hold, or came after five minutes: begin again at"
            + " /api/v1/session/proof");
  }
}
