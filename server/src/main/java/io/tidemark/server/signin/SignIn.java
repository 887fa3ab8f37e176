package io.tidemark.server.signin;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SecretToken;
import io.tidemark.authorise.SignedIn;
import io.tidemark.authorise.SignedOut;
import io.tidemark.custody.Register;
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
 * <p>A wrong name, a wrong password, a wrong or used code have one answer and take the same steps.
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
  private final Rules rules;
  private final Clock clock;

  SignIn(Home home, Attempts attempts, Passwords passwords, Rules rules, Clock clock) {
    this.accounts = home.accounts();
    this.attempts = attempts;
    this.secrets = Enrolment.secrets(home);
    this.passwords = passwords;
    this.rules = rules;
    this.clock = clock;
  }

  /** A session that has begun; its token is given to its person and kept nowhere. */
  record Begun(String person, SecretToken token, Instant until) {}

  /** Begins a session; ends the request when it may not begin. */
  Begun in(String name, String password, String code) {
    Instant now = clock.instant();
    Attempts.Attempt attempt = attempts.ofPerson(name);
    Optional<Accounts.Account> account = accounts.find(name);
    boolean right = passwords.matches(password, account.map(Accounts.Account::password));
    OptionalLong step = codes.step(account.map(this::codeSecret).orElse(NOBODYS), code, now);
    if (account.isPresent() && right && step.isPresent()) {
      Optional<Begun> begun = begin(account.get(), password, step.getAsLong(), now);
      if (begun.isPresent()) {
        attempt.succeeded();
        return begun.get();
      }
    }
    attempt.failed(account.map(Accounts.Account::person).orElse("unknown"));
    throw Halt.with(
        401, "sign-in-failed", "编号、口令或动态码不对", "the name, the password or the code is wrong");
  }

  private byte[] codeSecret(Accounts.Account account) {
    try {
      return secrets.open(account.codeSecret(), account.person());
    } catch (WrongKey e) {
      throw new IllegalStateException("an account was altered", e);
    }
  }

  /** Nothing when the code was used before. */
  private Optional<Begun> begin(Accounts.Account account, String password, long step, Instant now) {
    if (step <= account.step()) {
      return Optional.empty();
    }
    SecretToken token = SecretToken.draw();
    Instant until = now.plus(SESSION);
    Register register = rules.inForce().register();
    Actor person = new Actor(account.person(), Set.of());
    try {
      byte[] seed =
          PassphraseBox.open(
              password.toCharArray(), account.sealedKey(), Enrolment.KEY_NAME + account.person());
      register
          .journal()
          .record(
              register.begin("sign-in", person).line("until", until).build(),
              new SignedIn(
                  account.person(),
                  token.digest(),
                  new SignedIn.Code(step),
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
