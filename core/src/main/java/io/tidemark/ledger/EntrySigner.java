package io.tidemark.ledger;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A person's own key (Ed25519, RFC 8032). With it the person signs what the person decides, so that
 * nobody else could have. Immutable, thread-safe; hides itself.
 */
public final class EntrySigner {
  /** Length of the seed, in bytes. */
  public static final int SEED = 32;

  private final byte[] seed;

  private EntrySigner(byte[] seed) {
    this.seed = seed.clone();
  }

  /** A fresh key. */
  public static EntrySigner draw() {
    byte[] seed = new byte[SEED];
    new SecureRandom().nextBytes(seed);
    return new EntrySigner(seed);
  }

  /** The key of this seed; throws {@link IllegalArgumentException} unless it has 32 bytes. */
  public static EntrySigner of(byte[] seed) {
    if (seed.length != SEED) {
      throw new IllegalArgumentException("a seed has 32 bytes");
    }
    return new EntrySigner(seed);
  }

  /** The secret half, to be sealed. */
  public byte[] seed() {
    return seed.clone();
  }

  /** The public half: 32 bytes. */
  public byte[] publicKey() {
    try {
      return Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a seed has 32 bytes", e);
    }
  }

  /** The entry with the person's signature over all its lines. */
  public Entry signed(Entry.Builder entry) {
    entry.line("signed-by", HexFormat.of().formatHex(publicKey()));
    try {
      byte[] signature = new Ed25519Sign(seed).sign(entry.build().bytes());
      return entry.line("signature", Base64.getEncoder().encodeToString(signature)).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 always signs", e);
    }
  }
}
