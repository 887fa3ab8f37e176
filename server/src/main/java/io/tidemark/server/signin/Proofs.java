package io.tidemark.server.signin;

import io.tidemark.authorise.Proven;
import io.tidemark.authorise.SignedIn;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.server.ServerSettings;
import io.tidemark.server.http.Halt;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.Accounts;
import io.tidemark.store.access.Sessions;
import io.tidemark.store.home.Home;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a signed-in person once more who it is, before what signs that person in is changed. A proof
 * counts for one change, within five minutes, on any node. Thread-safe.
 */
@Component
class Proofs {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final Accounts accounts;
  private final Sessions sessions;
  private final Attempts attempts;
  private final Passwords passwords;
  private final PasskeyUse passkeys;
  private final Rules rules;
  private final Clock clock;

  Proofs(
      Home home,
      ServerSettings settings,
      Attempts attempts,
      Passwords passwords,
      PasskeyUse passkeys,
      Rules rules,
      Clock clock) {
    this.accounts = home.accounts();
    this.sessions = home.sessions(settings.idle());
    this.attempts = attempts;
    this.passwords = passwords;
    this.passkeys = passkeys;
    this.rules = rules;
    this.clock = clock;
  }

  /** Takes a password as proof; ends the request when it is not this person's. */
  void byPassword(SignedInPerson person, String password) {
    Accounts.Account account = account(person);
    Attempts.Attempt attempt = attempts.ofPerson(account.person());
    if (!passwords.matches(password, Optional.of(account.password()))) {
      throw failed(attempt, account.person());
    }
    record(person, null, attempt);
  }

  /** Takes a passkey as proof; ends the request when it is not this person's. */
  void byPasskey(SignedInPerson person, PasskeyAnswer answer) {
    Accounts.Account account = account(person);
    Attempts.Attempt attempt = attempts.ofPerson(account.person());
    SignedIn.Passkey passkey =
        passkeys.by(account.person(), answer).orElseThrow(() -> failed(attempt, account.person()));
    record(person, passkey, attempt);
  }

  private void record(
      SignedInPerson person, SignedIn.@Nullable Passkey passkey, Attempts.Attempt attempt) {
    Instant now = clock.instant();
    Register register = rules.inForce().register();
    Entry.Builder entry =
        register
            .begin("proof", person.actor())
            .line("by", passkey == null ? "password" : "passkey");
    if (passkey != null) {
      entry.line("registration", passkey.registration());
    }
    try {
      register
          .journal()
          .record(
              entry.build(),
              new Proven(person.actor().id(), person.session(), Optional.ofNullable(passkey), now));
    } catch (SignedIn.NoLongerCounts e) {
      throw failed(attempt, person.actor().id());
    }
    attempt.succeeded();
  }

  /** Uses up the proof of this session; ends the request when there is none. */
  void use(SignedInPerson person) {
    if (!sessions.useProof(person.session(), clock.instant().minus(LIFE))) {
      throw Halt.with(
          403,
          "proof-needed",
          "请先在 /api/v1/session/proof 再次出示口令或通行密钥；每次更改出示一次，五分钟内有效",
          "show your password or a passkey once more at /api/v1/session/proof first: it counts for"
              + " one change, within five minutes");
    }
  }

  /** Who signs in elsewhere only has nothing here to show. */
  private Accounts.Account account(SignedInPerson person) {
    return accounts.find(person.actor().id()).orElseThrow(Proofs::noAccount);
  }

  /** The end of a request of somebody who signs in elsewhere only. */
  static Halt noAccount() {
    return Halt.with(
        403,
        "no-account",
        "此处没有您的账户：请管理员执行 people invite",
        "you have no account here: ask for people invite");
  }

  /** The end of a request in which something shown was not the person's; which, is not told. */
  static Halt failed(Attempts.Attempt attempt, String person) {
    attempt.failed(person);
    return Halt.with(
        403, "proof-failed", "口令、动态码或通行密钥不对", "the password, the code or the passkey is wrong");
  }
}
