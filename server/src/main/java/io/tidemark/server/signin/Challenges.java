package io.tidemark.server.signin;

import io.tidemark.authorise.SecretToken;
import io.tidemark.store.access.PasskeyChallenges;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Challenges that passkeys are to sign: each counts once, for five minutes, on any node, for
 * whoever asked for it. Thread-safe.
 */
@Component
class Challenges {
  /** How long a challenge counts. */
  static final Duration LIFE = Duration.ofMinutes(5);

  private final PasskeyChallenges kept;
  private final Clock clock;

  Challenges(Home home, Clock clock) {
    this.kept = home.passkeyChallenges();
    this.clock = clock;
  }

  /**
   * A challenge for somebody who wants to show a passkey.
   *
   * @param attempt what its answer comes back with
   */
  record Asked(SecretToken attempt, byte[] challenge) {}

  /** A challenge for whoever it is. */
  Asked ask() {
    SecretToken attempt = SecretToken.draw();
    return new Asked(attempt, keep(attempt.digest()));
  }

  /** The challenge of this attempt, given once. */
  Optional<byte[]> take(String attempt) {
    return SecretToken.parse(attempt).flatMap(token -> kept.take(token.digest(), clock.instant()));
  }

  /** A challenge for a new passkey of a signed-in person; an earlier one no longer counts. */
  byte[] forNew(SignedInPerson person) {
    return keep(holder(person));
  }

  /** The challenge of this session's new passkey, given once. */
  Optional<byte[]> takeForNew(SignedInPerson person) {
    return kept.take(holder(person), clock.instant());
  }

  private byte[] keep(Digest holder) {
    byte[] challenge = SecretToken.draw().bytes();
    kept.keep(holder, challenge, clock.instant().plus(LIFE));
    return challenge;
  }

  private static Digest holder(SignedInPerson person) {
    return Digest.sha256("tidemark new passkey v1\n" + person.session());
  }
}
