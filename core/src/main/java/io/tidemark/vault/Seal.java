package io.tidemark.vault;

/**
 * One key that seals and opens: 12 random bytes, ciphertext, 16 bytes of tag. What was sealed under
 * another key, for another place or in another {@link Suite} does not open. Immutable, thread-safe;
 * hides itself.
 */
public interface Seal {
  /** Seals a content, bound to where it belongs. */
  byte[] seal(byte[] content, byte[] boundTo);

  /** Opens what {@link #seal} gave for the same place. */
  byte[] open(byte[] sealed, byte[] boundTo) throws WrongKey;
}
