package io.tidemark.server.signin;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SecretToken;
import io.tidemark.authorise.SignedIn;
import io.tidemark.authorise.SignedOut;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.TurnedAway;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.Accounts;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import io.tidemark.vault.PassphraseBox;
import io.tidemark.vault.Suite;
import io.tidemark.vault.WrongKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  private final Suite suite;
  private final Accounts accounts;
  private final Attempts attempts;
  private final Passwords passwords;
  private final SecondFactors seconds;
  private final Rules rules;
  private final Clock clock;

  SignIn(
      Home home,
      Attempts attempts,
      Passwords passwords,
      SecondFactors seconds,
      Rules rules,
      Clock clock) {
    this.suite = home.keys().suite();
    this.accounts = home.accounts();
    this.attempts = attempts;
    this.passwords = passwords;
    this.seconds = seconds;
    this.rules = rules;
    this.clock = clock;
  }

  /** A session that has begun; its token is given to its person and kept nowhere. */
  record Begun(String person, SecretToken token, Instant until) {}

  /**
   * A session that somebody still holds who signs in: it ends with the new one.
   *
   * @param token SHA-256 of its token
   * @param signIn the entry of the sign-in that began it
   */
  record Held(Digest token, long signIn) {
    /** The session of whoever asks, if there is one. */
    static Optional<Held> by(@Nullable SignedInPerson person) {
      return Optional.ofNullable(person).map(it -> new Held(it.session(), it.signIn()));
    }

    /** An entry that names the session that ends. */
    static Entry.Builder named(Entry.Builder entry, Optional<Held> held) {
      held.ifPresent(it -> entry.line("ends", it.signIn()));
      return entry;
    }
  }

  /** Begins a session; ends the request when it may not begin. */
  Begun in(String name, String password, SecondFactor second, Optional<Held> held) {
    Instant now = clock.instant();
    Attempts.Attempt attempt = attempts.ofPerson(name);
    Optional<Accounts.Account> account = accounts.find(name);
    boolean right = passwords.matches(password, account.map(Accounts.Account::password));
    Optional<? extends SignedIn.Second> shown = seconds.of(name, account, second, now);
    if (account.isPresent() && right && shown.isPresent()) {
      Optional<Begun> begun = begin(account.get(), password, shown.get(), held, now);
      if (begun.isPresent()) {
        attempt.succeeded();
        return begun.get();
      }
    }
    attempt.failed(account.map(Accounts.Account::person).orElse(TurnedAway.UNKNOWN));
    throw Halt.with(
        401,
        "sign-in-failed",
        "编号、口令、动态码或通行密钥不对",
        "the name, the password, the code or the passkey is wrong");
  }

  /** Nothing when what was shown does not count any more. */
  private Optional<Begun> begin(
      Accounts.Account account,
      String password,
      SignedIn.Second shown,
      Optional<Held> held,
      Instant now) {
    SecretToken token = SecretToken.draw();
    Instant until = now.plus(SESSION);
    Register register = rules.inForce().register();
    try {
      byte[] seed =
          PassphraseBox.open(
              password.toCharArray(), account.sealedKey(), Enrolment.KEY_NAME + account.person());
      Entry.Builder entry = register.begin("sign-in", new Actor(account.person(), Set.of()));
      register
          .journal()
          .record(
              Held.named(SecondFactors.named(entry, shown).line("until", until), held).build(),
              new SignedIn(
                  account.person(),
                  token.digest(),
                  shown,
                  Optional.of(SignedInPerson.box(suite, token).seal(seed, account.person())),
                  now,
                  until,
                  held.map(Held::token)));
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
