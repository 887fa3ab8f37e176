package io.tidemark.server.signin;

import io.tidemark.server.http.Halt;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords as Argon2id hashes (RFC 9106; 19 MiB, two passes, as OWASP asks at least). Two at a
 * time on a node, so that many sign-ins at once do not use up its memory. Thread-safe.
 */
final class Passwords {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final Semaphore turns = new Semaphore(2, true);

  /** What stands in for the hash of an account that there is not: nobody knows its password. */
  private final String nobodys = encode(OneTimeCodes.text(OneTimeCodes.draw()));

  /** Ends the request when the password is not good enough for this person. */
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
  }

  /** The hash of a password. */
  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return encode(password);
    } finally {
      turns.release();
    }
  }

  private String encode(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /** Whether it is the password of this hash; without one it takes as long and is not. */
  boolean matches(String password, Optional<String> hash) {
    turns.acquireUninterruptibly();
    try {
      boolean right = encoder.matches(password, hash.orElse(nobodys));
      return right && hash.isPresent();
    } finally {
      turns.release();
    }
  }
}
