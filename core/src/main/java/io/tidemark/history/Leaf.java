package io.tidemark.history;

import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;

/**
 * One person's place in the map. Its hash names its key, so that a leaf proves where it belongs
 * wherever in the tree it stands (CONIKS, USENIX Security 2015, section 3.1).
 *
 * @param key the person's key
 * @param value what stands there ({@link Head#value})
 */
public record Leaf(Digest key, Digest value) {
  private static final byte[] DOMAIN =
      "tidemark history leaf v1\n".getBytes(StandardCharsets.UTF_8);

  /** The hash of the leaf. */
  public Digest hash() {
    return Digest.sha256(DOMAIN, key.bytes(), value.bytes());
  }

  /** The bit of a key at this depth, from the highest bit of its first byte. */
  static boolean right(byte[] key, int depth) {
    return (key[depth >> 3] >> (7 - (depth & 7)) & 1) == 1;
  }
}
