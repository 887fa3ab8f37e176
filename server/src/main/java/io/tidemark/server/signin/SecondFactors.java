package io.tidemark.server.signin;

import io.tidemark.authorise.SignedIn;
import io.tidemark.ledger.Entry;
import io.tidemark.store.access.Accounts;
import io.tidemark.store.home.Home;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.WrongKey;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Whether what was shown beside a password is its person's. Whatever does not hold has one answer,
 * after the same steps. Thread-safe.
 */
@Component
class SecondFactors {
  /** A secret that stands in for the one of an account that there is not. */
  private static final byte[] NOBODYS = OneTimeCodes.draw();

  private final SecretBox secrets;
  private final OneTimeCodes codes = new OneTimeCodes();
  private final PasskeyUse passkeys;

  SecondFactors(Home home, PasskeyUse passkeys) {
    this.secrets = Enrolment.secrets(home);
    this.passkeys = passkeys;
  }

  /**
   * What counts of what was shown; nothing when it is not this person's, or counted before.
   *
   * @param account the person's, or nothing where there is none
   */
  Optional<? extends SignedIn.Second> of(
      String person, Optional<Accounts.Account> account, SecondFactor shown, Instant now) {
    return shown instanceof SecondFactor.Code code
        ? step(account, code.digits(), now)
        : passkeys.by(person, (PasskeyAnswer) shown);
  }

  /** An entry that names what was shown. */
  static Entry.Builder named(Entry.Builder entry, SignedIn.Second shown) {
    entry.line("by", shown.word());
    return shown instanceof SignedIn.Passkey passkey
        ? entry.line("registration", passkey.registration())
        : entry;
  }

  /** The time step of a code that is right and was not used before. */
  private Optional<SignedIn.Code> step(
      Optional<Accounts.Account> account, String digits, Instant now) {
    OptionalLong step = codes.step(account.map(this::codeSecret).orElse(NOBODYS), digits, now);
    return step.isPresent() && account.isPresent() && step.getAsLong() > account.get().step()
        ? Optional.of(new SignedIn.Code(step.getAsLong()))
        : Optional.empty();
  }

  private byte[] codeSecret(Accounts.Account account) {
    try {
      return secrets.open(account.codeSecret(), account.person());
    } catch (WrongKey e) {
      throw new IllegalStateException("an account was altered", e);
    }
  }
}
