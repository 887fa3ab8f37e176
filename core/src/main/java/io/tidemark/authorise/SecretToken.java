package io.tidemark.authorise;

import io.tidemark.terms.Digest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What only its holder knows: 256 random bits, for invitations and sessions. Whoever checks it
 * keeps the digest. Immutable; hides itself.
 */
public final class SecretToken {
  private static final int BYTES = 32;
  private static final int CHARACTERS = 43;

  private final byte[] bytes;

  private SecretToken(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A fresh one. */
  public static SecretToken draw() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new SecretToken(bytes);
  }

  /** The token written so; nothing when no token is. */
  public static Optional<SecretToken> parse(String text) {
    if (text.length() != CHARACTERS) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return Optional.of(new SecretToken(bytes)).filter(token -> token.text().equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The token as its holder writes it: 43 characters of base64url. */
  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Its 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** SHA-256 of its bytes. */
  public Digest digest() {
    return Digest.sha256(bytes);
  }

  @Override
  public String toString() {
    return "SecretToken";
  }
}
