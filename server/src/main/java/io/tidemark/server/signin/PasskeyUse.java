package io.tidemark.server.signin;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SignedIn;
import io.tidemark.custody.Register;
import io.tidemark.server.passkey.BadPasskey;
import io.tidemark.server.passkey.Ceremonies;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.Passkeys;
import io.tidemark.store.access.Passkeys.Passkey;
import io.tidemark.store.home.Home;
import io.tidemark.vault.KeyRing;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether a person showed a passkey of theirs. Whatever does not hold has one answer, after the
 * same steps. Thread-safe.
 */
@Component
class PasskeyUse {
  private final Passkeys passkeys;
  private final Challenges challenges;
  private final Ceremonies ceremonies;
  private final Ceremonies.Kept nobodys;
  private final KeyRing keys;
  private final Rules rules;

  PasskeyUse(Home home, Challenges challenges, Ceremonies ceremonies, Rules rules) {
    this.passkeys = home.passkeys();
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.nobodys = ceremonies.nobodys();
    this.keys = home.keys();
    this.rules = rules;
  }

  /** What authenticators call a person: 32 bytes that say nothing without the home's keys. */
  static byte[] user(KeyRing keys, String person) {
    return keys.derive(KeyRing.Use.ACCESS, "passkeys of " + person);
  }

  /** The use of a passkey that is this person's, if the answer holds. The challenge is used up. */
  Optional<SignedIn.Passkey> by(String person, PasskeyAnswer shown) {
    Optional<byte[]> challenge = challenges.take(shown.attempt());
    try {
      Ceremonies.Answer answer = ceremonies.read(shown.credential());
      Optional<Passkey> own = passkeys.find(person, answer.credential());
      boolean user =
          answer.user().map(said -> MessageDigest.isEqual(said, user(keys, person))).orElse(true);
      long counter = used(answer, own, challenge.orElseGet(() -> new byte[32]));
      return user && challenge.isPresent()
          ? own.map(one -> new SignedIn.Passkey(one.registration(), counter))
          : Optional.empty();
    } catch (BadPasskey e) {
      return Optional.empty();
    }
  }

  private long used(Ceremonies.Answer answer, Optional<Passkey> own, byte[] challenge)
      throws BadPasskey {
    Ceremonies.Kept kept =
        own.map(one -> new Ceremonies.Kept(one.attested(), one.counter(), one.backup()))
            .orElse(nobodys);
    try {
      return ceremonies.used(answer, kept, challenge);
    } catch (BadPasskey e) {
      if (own.isPresent() && e.counterThatWentBack().isPresent()) {
        recordRegress(own.get(), e.counterThatWentBack().get());
      }
      throw e;
    }
  }

  private void recordRegress(Passkey passkey, long shown) {
    Register register = rules.inForce().register();
    register
        .journal()
        .record(
            register
                .begin("passkey-regress", Actor.nobody())
                .line("person", passkey.person())
                .line("registration", passkey.registration())
                .line("counter", passkey.counter())
                .line("shown", shown)
                .build());
  }
}
