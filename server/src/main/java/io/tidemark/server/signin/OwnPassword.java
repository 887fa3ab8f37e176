package io.tidemark.server.signin;

import io.tidemark.authorise.PasswordChanged;
import io.tidemark.authorise.SignedIn;
import io.tidemark.custody.Register;
import io.tidemark.server.http.Halt;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.Accounts;
import io.tidemark.store.home.Home;
import io.tidemark.vault.PassphraseBox;
import io.tidemark.vault.WrongKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A signed-in person takes another password, and shows the old one and a second factor for it. The
 * key that signs what the person decides stays the same. Thread-safe.
 */
@Component
class OwnPassword {
  private final Accounts accounts;
  private final Attempts attempts;
  private final Passwords passwords;
  private final PasswordRules allowed;
  private final SecondFactors seconds;
  private final Rules rules;
  private final Clock clock;

  OwnPassword(
      Home home,
      Attempts attempts,
      Passwords passwords,
      PasswordRules allowed,
      SecondFactors seconds,
      Rules rules,
      Clock clock) {
    this.accounts = home.accounts();
    this.attempts = attempts;
    this.passwords = passwords;
    this.allowed = allowed;
    this.seconds = seconds;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Changes it and ends all other sessions; ends the request when it may not be changed. A failure
   * counts as one of signing in, under the same name.
   */
  void change(SignedInPerson person, String old, SecondFactor second, String wanted) {
    String id = person.actor().id();
    Accounts.Account account = accounts.find(id).orElseThrow(Proofs::noAccount);
    allowed.check(wanted, id);
    if (wanted.equals(old)) {
      throw Halt.with(
          422, "same-password", "新口令与旧口令相同", "the new password is the same as the old one");
    }
    Attempts.Attempt attempt = attempts.ofPerson(id);
    boolean right = passwords.matches(old, Optional.of(account.password()));
    Optional<? extends SignedIn.Second> shown =
        seconds.of(id, Optional.of(account), second, clock.instant());
    if (!right || shown.isEmpty() || !record(person, account, old, shown.get(), wanted)) {
      throw Proofs.failed(attempt, id);
    }
    attempt.succeeded();
  }

  /** False when what was shown does not count any more. */
  private boolean record(
      SignedInPerson person,
      Accounts.Account account,
      String old,
      SignedIn.Second shown,
      String wanted) {
    Instant now = clock.instant();
    Register register = rules.inForce().register();
    String name = Enrolment.KEY_NAME + account.person();
    try {
      byte[] seed = PassphraseBox.open(old.toCharArray(), account.sealedKey(), name);
      register
          .journal()
          .record(
              SecondFactors.named(register.begin("password", person.actor()), shown).build(),
              new PasswordChanged(
                  account.person(),
                  person.session(),
                  shown,
                  account.password(),
                  passwords.hash(wanted),
                  PassphraseBox.seal(wanted.toCharArray(), seed, name),
                  now));
      return true;
    } catch (SignedIn.NoLongerCounts e) {
      return false;
    } catch (WrongKey e) {
      throw new IllegalStateException("an account was altered", e);
    }
  }
}
