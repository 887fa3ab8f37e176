package io.tidemark.server.signin;

import io.tidemark.authorise.AccountOpened;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SecretToken;
import io.tidemark.custody.Register;
import io.tidemark.ledger.EntrySigner;
import io.tidemark.ledger.Receipt;
import io.tidemark.server.http.Halt;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.Accounts;
import io.tidemark.store.home.Home;
import io.tidemark.vault.PassphraseBox;
import io.tidemark.vault.SecretBox;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opening an account with an invitation. Thread-safe. */
@Component
class Enrolment {
  /** What a signing key's box under a password is bound to, before the person's id. */
  static final String KEY_NAME = "account ";

  private final Accounts accounts;
  private final SecretBox secrets;
  private final Passwords passwords;
  private final PasswordRules allowed;
  private final Rules rules;
  private final Clock clock;

  Enrolment(Home home, Passwords passwords, PasswordRules allowed, Rules rules, Clock clock) {
    this.accounts = home.accounts();
    this.secrets = secrets(home);
    this.passwords = passwords;
    this.allowed = allowed;
    this.rules = rules;
    this.clock = clock;
  }

  /** The box of the secrets of one-time codes; each is bound to its person. */
  static SecretBox secrets(Home home) {
    return SecretBox.of(home.keys(), "secrets of one-time codes");
  }

  /** An account that was opened; the secret is given to its person. */
  record Opened(String person, byte[] codeSecret, Receipt receipt) {}

  /** Opens the account; ends the request when the invitation does not count. */
  Opened open(String invitation, String password) {
    Instant now = clock.instant();
    SecretToken token = SecretToken.parse(invitation).orElseThrow(Enrolment::notInvited);
    Optional<String> invited = accounts.invited(token.digest(), now);
    String person = invited.orElseThrow(Enrolment::notInvited);
    allowed.check(password, person);
    byte[] codeSecret = OneTimeCodes.draw();
    EntrySigner key = EntrySigner.draw();
    Register register = rules.inForce().register();
    try {
      Receipt receipt =
          register
              .journal()
              .record(
                  register
                      .begin("account", new Actor(person, Set.of()))
                      .line("person", person)
                      .line("key", HexFormat.of().formatHex(key.publicKey()))
                      .build(),
                  new AccountOpened(
                      person,
                      token.digest(),
                      now,
                      passwords.hash(password),
                      secrets.seal(codeSecret, person),
                      key.publicKey(),
                      PassphraseBox.seal(password.toCharArray(), key.seed(), KEY_NAME + person)));
      return new Opened(person, codeSecret, receipt);
    } catch (AccountOpened.InvitationSpent e) {
      throw notInvited();
    }
  }

  private static Halt notInvited() {
    return Halt.with(
        401,
        "invitation-not-valid",
        "邀请无效、已用过或已过期：请管理员重新执行 people invite",
        "the invitation is not valid, used or past its time: ask for another (people invite)");
  }
}
