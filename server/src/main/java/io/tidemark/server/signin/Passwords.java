package io.tidemark.server.signin;

import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Problem;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords as Argon2id hashes (RFC 9106; 19 MiB, two passes, as OWASP asks at least). Two at a
 * time on a node, so that many sign-ins at once do not use up its memory. Thread-safe.
 */
final class Passwords {
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int LANES = 1;
  private static final int MEMORY = 19 * 1024;
  private static final int PASSES = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY, PASSES);
  private final Semaphore turns = new Semaphore(2, true);
  private final Duration wait;

  /**
   * What stands in for the hash of an account that there is not: no password is known to give it.
   */
  private final String nobodys =
      "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
          .formatted(MEMORY, PASSES, LANES, random(SALT), random(HASH));

  Passwords() {
    this(LONGEST_WAIT);
  }

  /** Whoever comes waits so long for a turn. */
  Passwords(Duration wait) {
    this.wait = wait;
  }

  /** The hash of a password. */
  String hash(String password) {
    Semaphore turn = begin();
    try {
      return Objects.requireNonNull(encoder.encode(password));
    } finally {
      turn.release();
    }
  }

  /** Takes a turn, to be released; ends the request when too many wait before it. */
  Semaphore begin() {
    try {
      if (turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return turns;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Halt.until(
        Problem.of(503, "busy", "登录的人太多，请稍后再试", "too many are signing in: wait, then try again"),
        LONGEST_WAIT);
  }

  private static String random(int size) {
    byte[] bytes = new byte[size];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether it is the password of this hash; without one it takes as long and is not. */
  boolean matches(String password, Optional<String> hash) {
    Semaphore turn = begin();
    try {
      boolean right = encoder.matches(password, hash.orElse(nobodys));
      return right && hash.isPresent();
    } finally {
      turn.release();
    }
  }
}
