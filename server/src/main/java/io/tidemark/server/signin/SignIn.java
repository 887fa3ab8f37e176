package io.tidemark.server.signin;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SecretToken;
import io.tidemark.authorise.SignedIn;
import io.tidemark.authorise.SignedOut;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Receipt;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Problem;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.Accounts;
import io.tidemark.store.access.FailureSeries;
import io.tidemark.store.home.Home;
import io.tidemark.vault.KeyRing;
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
 * <p>A wrong name, a wrong password, a wrong or used code have one answer and take the same steps;
 * a name that failed five times is locked for a time that doubles, whether anybody has it or not.
 */
@Component
class SignIn {
  /** The absolute end of a session, from its beginning. */
  static final Duration SESSION = Duration.ofHours(12);

  /** A secret that stands in for the one of an account that there is not. */
  private static final byte[] NOBODYS = OneTimeCodes.draw();

  private final Accounts accounts;
  private final FailureSeries series;
  private final KeyRing keys;
  private final SecretBox secrets;
  private final Passwords passwords;
  private final OneTimeCodes codes = new OneTimeCodes();
  private final Rules rules;
  private final Clock clock;

  SignIn(Home home, Passwords passwords, Rules rules, Clock clock) {
    this.accounts = home.accounts();
    this.series = home.failureSeries();
    this.keys = home.keys();
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
    byte[] series = keys.derive(KeyRing.Use.ACCESS, "failure series " + name);
    FailureSeries.Attempt attempt =
        this.series.begin(series, now).orElseThrow(() -> locked(series, now));
    Optional<Accounts.Account> account = accounts.find(name);
    boolean right = passwords.matches(password, account.map(Accounts.Account::password));
    OptionalLong step = codes.step(account.map(this::codeSecret).orElse(NOBODYS), code, now);
    if (account.isPresent() && right && step.isPresent()) {
      Optional<Begun> begun = begin(account.get(), password, step.getAsLong(), now);
      if (begun.isPresent()) {
        this.series.end(series);
        return begun.get();
      }
    }
    if (attempt.locks()) {
      record(account, attempt);
    }
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
                  step,
                  SignedInPerson.box(token).seal(seed, account.person()),
                  now,
                  until));
      return Optional.of(new Begun(account.person(), token, until));
    } catch (SignedIn.CodeSpent e) {
      return Optional.empty();
    } catch (WrongKey e) {
      throw new IllegalStateException("an account was altered", e);
    }
  }

  /**
   * Also where nobody has the name, so that a growing ledger tells nobody which names there are.
   */
  private void record(Optional<Accounts.Account> account, FailureSeries.Attempt attempt) {
    Register register = rules.inForce().register();
    register
        .journal()
        .record(
            register
                .begin("lockout", Actor.nobody())
                .line("person", account.map(Accounts.Account::person).orElse("unknown"))
                .line("failures", attempt.failures())
                .line("until", attempt.locked())
                .build());
  }

  private Halt locked(byte[] name, Instant now) {
    Problem problem =
        Problem.of(
            429,
            "sign-in-locked",
            "此编号登录失败次数过多，请稍后再试",
            "too many failed sign-ins under this name: wait, then try again");
    Duration wait = Duration.between(now, series.lockedUntil(name, now));
    return Halt.until(problem, wait.isNegative() ? Duration.ZERO : wait);
  }

  /** Ends all sessions of a person, on every node. */
  Receipt out(Actor person) {
    Register register = rules.inForce().register();
    return register
        .journal()
        .record(register.begin("sign-out", person).build(), new SignedOut(person.id()));
  }
}
