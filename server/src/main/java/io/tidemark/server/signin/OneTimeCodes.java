package io.tidemark.server.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * One-time codes by time (TOTP, RFC 6238: HMAC-SHA1, 30 seconds, six digits, as authenticator apps
 * have them). A clock may be off by one step either way. Thread-safe.
 */
final class OneTimeCodes {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int SECRET = 20;
  private static final int OFF = 1;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP, 6);

  /** A fresh secret of 160 bits. */
  static byte[] draw() {
    byte[] secret = new byte[SECRET];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** The secret as a person types it: base 32. */
  static String text(byte[] secret) {
    return new Base32().encodeToString(secret);
  }

  /** The address that authenticator apps read, usually as a picture. */
  static String address(String person, byte[] secret) {
    String label = URLEncoder.encode("Tidemark:" + person, StandardCharsets.UTF_8);
    return "otpauth://totp/"
        + label.replace("%3A", ":")
        + "?secret="
        + text(secret)
        + "&issuer=Tidemark&algorithm=SHA1&digits=6&period=30";
  }

  /** The code of this secret at this time. */
  String code(byte[] secret, Instant at) {
    try {
      return generator.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("not a secret of one-time codes", e);
    }
  }

  /** The time step of this code, if it is one that counts now. Every step takes the same time. */
  OptionalLong step(byte[] secret, String code, Instant now) {
    byte[] typed = code.getBytes(StandardCharsets.UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (int off = -OFF; off <= OFF; off++) {
      Instant at = now.plus(STEP.multipliedBy(off));
      byte[] right = code(secret, at).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, typed)) {
        found = OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
      }
    }
    return found;
  }
}
