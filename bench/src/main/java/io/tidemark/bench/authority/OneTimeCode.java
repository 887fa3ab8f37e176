package io.tidemark.bench.authority;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows (RFC 6238: SHA-1, 30 seconds, six digits). */
final class OneTimeCode {
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_SECONDS = 30;

  private OneTimeCode() {}

  /** The code of a secret, which is written in base 32. */
  static String of(String secret, Instant now) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
      byte[] hash =
          mac.doFinal(ByteBuffer.allocate(8).putLong(now.getEpochSecond() / STEP_SECONDS).array());
      int at = hash[hash.length - 1] & 15;
      int number = ByteBuffer.wrap(hash, at, 4).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }

  private static byte[] bytes(String secret) {
    String text = secret.replace("=", "");
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
    long bits = 0;
    int held = 0;
    for (int i = 0; i < text.length(); i++) {
      bits = bits << 5 | BASE_32.indexOf(text.charAt(i));
      held += 5;
      if (held >= 8) {
        bytes.put((byte) (bits >> (held - 8)));
        held -= 8;
      }
    }
    return bytes.array();
  }
}
