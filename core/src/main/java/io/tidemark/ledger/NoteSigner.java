package io.tidemark.ledger;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.util.Bytes;
import io.tidemark.ledger.VerifierKey.Use;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;

/**
 * The private half of a key that signs notes: a log's, or a witness's. Thread-safe. Its {@code
 * toString} shows the public half only.
 */
public final class NoteSigner {
  /** Bytes of a seed. */
  public static final int SEED = Ed25519Sign.SECRET_KEY_LEN;

  private final VerifierKey key;
  private final Ed25519Sign ed25519;

  private NoteSigner(String name, Use use, byte[] seed) {
    try {
      Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
      this.key = new VerifierKey(name, use, Bytes.copyFrom(pair.getPublicKey()));
      this.ed25519 = new Ed25519Sign(pair.getPrivateKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a signing seed has " + SEED + " bytes", e);
    }
  }

  /** A log's signer, from its name and the 32 secret bytes of an Ed25519 key (RFC 8032). */
  public static NoteSigner log(String name, byte[] seed) {
    return new NoteSigner(name, Use.NOTE, seed);
  }

  /** A witness's signer. Never give two signers the same seed. */
  public static NoteSigner witness(String name, byte[] seed) {
    return new NoteSigner(name, Use.COSIGNATURE, seed);
  }

  /** The public half. */
  public VerifierKey key() {
    return key;
  }

  /** The note of {@code text}, signed by this log. */
  public SignedNote sign(String text) {
    mustBe(Use.NOTE);
    Bytes signature = Bytes.copyFrom(raw(text.getBytes(StandardCharsets.UTF_8)));
    return new SignedNote(text, List.of(new NoteSignature(key.name(), key.id(), signature)));
  }

  /**
   * The note with this witness's cosignature. The witness states that it has seen no larger
   * consistent head of that log at {@code time} (whole seconds): check that first.
   */
  public SignedNote cosign(SignedNote checkpoint, Instant time) {
    mustBe(Use.COSIGNATURE);
    if (time.getEpochSecond() < 0) {
      throw new IllegalArgumentException("a cosignature's time is not before 1970");
    }
    byte[] signature = raw(Cosignature.message(time.getEpochSecond(), checkpoint));
    ByteBuffer timed =
        ByteBuffer.allocate(Cosignature.BYTES).putLong(time.getEpochSecond()).put(signature);
    return checkpoint.with(new NoteSignature(key.name(), key.id(), Bytes.copyFrom(timed.array())));
  }

  private void mustBe(Use use) {
    if (key.use() != use) {
      throw new IllegalStateException(key.name() + " signs as " + key.use() + ", not as " + use);
    }
  }

  private byte[] raw(byte[] message) {
    try {
      return ed25519.sign(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 signs any message", e);
    }
  }

  @Override
  public String toString() {
    return "NoteSigner[" + key.vkey() + "]";
  }
}
