package io.tidemark.vault;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tokens by which those who were erased are known again, should an old file or an old backup bring
 * them back: the suite's HKDF under a key of their own over the keys of person and policy, cut to
 * 128 bits. Without that key a token points to nobody. Thread-safe.
 */
public final class Suppression {
  private final Suite suite;
  private final byte[] key;

  /** Tokens of this ring. */
  public Suppression(KeyRing keys) {
    this.suite = keys.suite();
    this.key = keys.key(KeyRing.Use.SUPPRESSION);
  }

  /** The token of a person's or a record's key. */
  public UUID token(UUID name) {
    ByteBuffer bytes = ByteBuffer.wrap(suite.hkdf(key, new byte[0], name.toString(), 16));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** The tokens of several keys. */
  public Set<UUID> tokens(Set<UUID> names) {
    return names.stream().map(this::token).collect(Collectors.toSet());
  }
}
