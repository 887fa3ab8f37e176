package io.tidemark.server.signin;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SecretToken;
import io.tidemark.authorise.SignedIn;
import io.tidemark.authorise.SignedOut;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.server.http.Halt;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.Accounts;
import io.tidemark.store.home.Home;
import io.tidemark.vault.PassphraseBox;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.WrongKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Signing in and out. Thread-safe.
 *
 * <p>A wrong name, a wrong password, a wrong or used code, a passkey that does not hold have one
 * answer and take the same steps.
 */
@Component
class SignIn {
  /** The absolute end of a session, from its beginning. */
  static final Duration SESSION = Duration.ofHours(12);

  /** A secret that stands in for the one of an account that there is not. */
  private static final byte[] NOBODYS = OneTimeCodes.draw();

  private final Accounts accounts;
  private final Attempts attempts;
  private final SecretBox secrets;
  private final Passwords passwords;
  private final OneTimeCodes codes = new OneTimeCodes();
  private final PasskeyUse passkeys;
  private final Rules rules;
  private final Clock clock;

  SignIn(
      Home home,
      Attempts attempts,
      Passwords passwords,
      PasskeyUse passkeys,
      Rules rules,
      Clock clock) {
    this.accounts = home.accounts();
    this.attempts = attempts;
    this.secrets = Enrolment.secrets(home);
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.rules = rules;
    this.clock = clock;
  }

  /** A session that has begun; its token is given to its person and kept nowhere. */
  record Begun(String person, SecretToken token, Instant until) {}

  /** What is shown beside the password. */
  sealed interface Second permits Code, PasskeyAnswer {}

  /** The six digits of an authenticator app. */
  record Code(String digits) implements Second {}

  /** Begins a session; ends the request when it may not begin. */
  Begun in(String name, String password, Second second) {
    Instant now = clock.instant();
    Attempts.Attempt attempt = attempts.ofPerson(name);
    Optional<Accounts.Account> account = accounts.find(name);
    boolean right = passwords.matches(password, account.map(Accounts.Account::password));
    Optional<? extends SignedIn.Shown> shown =
        second instanceof Code code
            ? step(account, code.digits(), now)
            : passkeys.by(name, (PasskeyAnswer) second);
    if (account.isPresent() && right && shown.isPresent()) {
      Optional<Begun> begun = begin(account.get(), password, shown.get(), now);
      if (begun.isPresent()) {
        attempt.succeeded();
        return begun.get();
      }
    }
    attempt.failed(account.map(Accounts.Account::person).orElse("unknown"));
    throw Halt.with(
        401,
        "sign-in-failed",
        "编号、口令、动态码或通行密钥不对",
        "the name, the password, the code or the passkey is wrong");
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

  /** Nothing when what was shown does not count any more. */
  private Optional<Begun> begin(
      Accounts.Account account, String password, SignedIn.Shown shown, Instant now) {
    SecretToken token = SecretToken.draw();
    Instant until = now.plus(SESSION);
    Register register = rules.inForce().register();
    try {
      byte[] seed =
          PassphraseBox.open(
              password.toCharArray(), account.sealedKey(), Enrolment.KEY_NAME + account.person());
      Entry.Builder entry = register.begin("sign-in", new Actor(account.person(), Set.of()));
      if (shown instanceof SignedIn.Passkey passkey) {
        entry.line("by", "passkey").line("registration", passkey.registration());
      }
      register
          .journal()
          .record(
              entry.line("until", until).build(),
              new SignedIn(
                  account.person(),
                  token.digest(),
                  shown,
                  Optional.of(SignedInPerson.box(token).seal(seed, account.person())),
                  now,
                  until));
      return Optional.of(new Begun(account.person(), token, until));
    } catch (SignedIn.NoLongerCounts e) {
      return Optional.empty();
    } catch (WrongKey e) {
      throw new IllegalStateException("an account was altered", e);
    }
  }

  /** Ends all sessions of a person, on every node. */
  Receipt out(Actor person) {
    Register register = rules.inForce().register();
    return register
        .journal()
        .record(register.begin("sign-out", person).build(), new SignedOut(person.id()));
  }
}
