package io.tidemark.server.signin;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SecretToken;
import io.tidemark.authorise.SignedIn;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.server.http.TurnedAway;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.access.Systems;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Signing in of other systems: a secret or a certificate gives a session of ten minutes. A wrong id
 * and a wrong secret have one answer and take the same steps. Thread-safe.
 */
@Component
class SystemSignIn {
  /** How long a session of a system lasts. */
  static final Duration SESSION = Duration.ofMinutes(10);

  /** Stands in for the digest of a system that there is not: the digest of nothing known. */
  private static final Digest NOBODYS = SecretToken.draw().digest();

  private final Systems systems;
  private final Attempts attempts;
  private final TurnedAway turnedAway;
  private final Rules rules;
  private final Clock clock;

  SystemSignIn(Home home, Attempts attempts, TurnedAway turnedAway, Rules rules, Clock clock) {
    this.systems = home.systems();
    this.attempts = attempts;
    this.turnedAway = turnedAway;
    this.rules = rules;
    this.clock = clock;
  }

  /** The token of a session that has begun; nothing when id or secret is wrong. */
  Optional<SecretToken> in(String system, String secret, String address) {
    Attempts.Attempt attempt = attempts.ofSystem(system, address);
    Optional<Digest> kept = systems.secret(system);
    Optional<SecretToken> shown = SecretToken.parse(secret);
    byte[] digest = shown.map(SecretToken::digest).orElse(NOBODYS).bytes();
    boolean right = MessageDigest.isEqual(kept.orElse(NOBODYS).bytes(), digest);
    if (kept.isPresent() && shown.isPresent() && right) {
      Optional<SecretToken> begun =
          begin(system, new SignedIn.ClientSecret(kept.get()), Instant.MAX);
      if (begun.isPresent()) {
        attempt.succeeded();
        return begun;
      }
    }
    attempt.failed(kept.isPresent() ? system : TurnedAway.UNKNOWN);
    return Optional.empty();
  }

  /**
   * The token of a session that counts only for whoever shows this certificate; nothing when the
   * certificate is not this system's, or does not hold now.
   */
  Optional<SecretToken> in(String system, Digest certificate) {
    Optional<SecretToken> begun =
        systems
            .certificateEnds(system, certificate, clock.instant())
            .flatMap(ends -> begin(system, new SignedIn.ClientCertificate(certificate), ends));
    if (begun.isEmpty()) {
      turnedAway.count(TurnedAway.SIGN_IN, TurnedAway.UNKNOWN);
    }
    return begun;
  }

  /** Nothing when what was shown was replaced or ended at this moment. */
  private Optional<SecretToken> begin(String system, SignedIn.Shown shown, Instant atLast) {
    Instant now = clock.instant();
    Instant until = now.plus(SESSION).isAfter(atLast) ? atLast : now.plus(SESSION);
    SecretToken token = SecretToken.draw();
    Register register = rules.inForce().register();
    Entry.Builder entry =
        register.begin("sign-in", new Actor(system, Set.of())).line("by", shown.word());
    if (shown instanceof SignedIn.ClientCertificate own) {
      entry.line("fingerprint", own.fingerprint());
    }
    SignedIn in =
        new SignedIn(system, token.digest(), shown, Optional.empty(), now, until, Optional.empty());
    try {
      register.journal().record(entry.line("until", until).build(), in);
      return Optional.of(token);
    } catch (SignedIn.NoLongerCounts e) {
      return Optional.empty();
    }
  }
}
