package io.tidemark.server.signin;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Problem;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
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
  private static final Zxcvbn GUESSING = new Zxcvbn();
  private static final int HARD = 3;
  private static final int LOOKED_AT = 64;
  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;

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

  /**
   * Ends the request when the password is not good enough for this person: too short, or among what
   * is guessed first. Known passwords, words, names, keyboard rows, years and their spellings are
   * those of zxcvbn (30,000 common passwords; MIT licence); it asks for 10^8 guesses.
   */
  static void check(String password, String person) {
    int characters = password.codePointCount(0, password.length());
    boolean name = password.toLowerCase(Locale.ROOT).contains(person.toLowerCase(Locale.ROOT));
    boolean varied = password.codePoints().distinct().count() >= 6;
    if (characters < SHORTEST || characters > LONGEST || name || !varied) {
      throw Halt.with(
          422,
          "weak-password",
          "口令应为 12 到 128 个字符，至少 6 个不同的字符，且不含本人编号",
          "a password has 12 to 128 characters, at least 6 different ones, and not one's own id");
    }
    String beginning = password.substring(0, Math.min(password.length(), LOOKED_AT));
    if (GUESSING.measure(beginning, List.of(person, "tidemark")).getScore() < HARD) {
      throw Halt.with(
          422,
          "common-password",
          "这个口令太常见，很容易被猜到：请用几个互不相干的词",
          "this password is among those that are guessed first: take some words that have nothing"
              + " to do with each other");
    }
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
