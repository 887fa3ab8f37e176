package io.tidemark.terms;

import com.google.errorprone.annotations.Immutable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 digest: 32 bytes (FIPS 180-4). Immutable, thread-safe, compared by value; shown as
 * lower-case hex.
 */
@Immutable
public final class Digest {
  /** Length in bytes. */
  public static final int SIZE = 32;

  /** Copied, never fed. */
  private static final MessageDigest UNUSED = sha256OfThePlatform();

  @SuppressWarnings("Immutable") // never handed out, never written after construction
  private final byte[] bytes;

  private Digest(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /** The digest with these 32 bytes. */
  public static Digest of(byte[] bytes) {
    return new Digest(bytes.clone());
  }

  /**
   * The digest written as 64 hexadecimal digits; throws {@link IllegalArgumentException} for
   * anything else.
   */
  public static Digest parse(String hex) {
    return new Digest(HexFormat.of().parseHex(hex));
  }

  /** SHA-256 over the concatenation of {@code parts}. */
  public static Digest sha256(byte[]... parts) {
    MessageDigest sha = newSha256();
    for (byte[] part : parts) {
      sha.update(part);
    }
    return new Digest(sha.digest());
  }

  /** SHA-256 over {@code text} in UTF-8. */
  public static Digest sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A fresh SHA-256, for streams: a copy of an empty one, which asks no provider. */
  public static MessageDigest newSha256() {
    try {
      return (MessageDigest) UNUSED.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest sha256OfThePlatform() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** 64 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
