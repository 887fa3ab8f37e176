package io.tidemark.history;

import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A person's own 32 secret bytes: they give the key under which the head of the history stands in
 * the map, and the beginning of the chain. Whoever does not have them cannot tell whose head is
 * whose, nor try events against one. Immutable, thread-safe; hides itself.
 */
public final class OwnerSecret {
  /** Length in bytes. */
  public static final int SIZE = 32;

  private static final byte[] KEY = "tidemark history key v1\n".getBytes(StandardCharsets.UTF_8);

  private final byte[] bytes;

  /** The secret with these 32 bytes. */
  public OwnerSecret(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException("a secret has 32 bytes, not " + bytes.length);
    }
    this.bytes = bytes.clone();
  }

  /** A copy of the bytes, for the person's own file. */
  public byte[] reveal() {
    return bytes.clone();
  }

  /** Where the person's head stands in the map: 256 bits, the first the highest of byte 0. */
  public Digest mapKey() {
    return Digest.sha256(KEY, bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OwnerSecret that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "OwnerSecret";
  }
}
