package io.tidemark.ledger;

import com.google.crypto.tink.subtle.Ed25519Verify;
import com.google.crypto.tink.util.Bytes;
import io.tidemark.terms.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes (C2SP signed-note): a name, what its signatures mean,
 * and an Ed25519 public key.
 *
 * @param name without spaces and plus signs; by custom an address without its scheme
 * @param use what the key signs
 * @param publicKey 32 bytes (RFC 8032)
 */
public record VerifierKey(String name, Use use, Bytes publicKey) {
  /** What a key's signatures mean; each is a signature type of signed-note. */
  public enum Use {
    /** Signs a note's text: what a log does. */
    NOTE(0x01),
    /** Signs a time and a checkpoint: what a witness does (C2SP tlog-cosignature). */
    COSIGNATURE(0x04);

    private final byte type;

    Use(int type) {
      this.type = (byte) type;
    }

    private static Use of(byte type) throws LedgerException {
      for (Use use : values()) {
        if (use.type == type) {
          return use;
        }
      }
      throw new LedgerException("expected a key of type 1 or 4, found type " + (type & 0xFF));
    }
  }

  private static final int LONGEST = 1000;

  /** Refuses a name that a signature line cannot carry, and a key that is not 32 bytes. */
  public VerifierKey {
    if (!NoteSignature.nameable(name) || publicKey.size() != Ed25519Verify.PUBLIC_KEY_LEN) {
      throw new IllegalArgumentException("a key has a name without spaces or '+' and 32 bytes");
    }
  }

  /** Reads {@code name+hash+key}: four bytes of hash in hex, the type byte and key in base64. */
  public static VerifierKey parse(String vkey) throws LedgerException {
    String[] parts = vkey.length() > LONGEST ? new String[0] : vkey.split("\\+", 3);
    if (parts.length != 3) {
      throw new LedgerException("expected a verifier key of the form name+hash+key");
    }
    byte[] typed = Strict.base64(parts[2]);
    if (!NoteSignature.nameable(parts[0]) || typed.length != 1 + Ed25519Verify.PUBLIC_KEY_LEN) {
      throw new LedgerException("expected a verifier key with a name and an Ed25519 key");
    }
    Bytes publicKey = Bytes.copyFrom(typed, 1, Ed25519Verify.PUBLIC_KEY_LEN);
    VerifierKey key = new VerifierKey(parts[0], Use.of(typed[0]), publicKey);
    if (!hex(key.id()).equals(parts[1])) {
      throw new LedgerException("expected key hash " + hex(key.id()) + " in the verifier key");
    }
    return key;
  }

  /** The first four bytes of SHA-256 over name, newline, type and key. */
  public int id() {
    byte[] line = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Digest.sha256(line, typed()).bytes()).getInt();
  }

  /** The key as others are given it: {@code name+hash+key}. */
  public String vkey() {
    return name + "+" + hex(id()) + "+" + Strict.base64(typed());
  }

  private byte[] typed() {
    byte[] key = publicKey.toByteArray();
    return ByteBuffer.allocate(1 + key.length).put(use.type).put(key).array();
  }

  private static String hex(int id) {
    return HexFormat.of().toHexDigits(id);
  }

  /** Checks the raw Ed25519 signature over {@code message}. */
  void check(byte[] signature, byte[] message) throws LedgerException {
    try {
      new Ed25519Verify(publicKey.toByteArray()).verify(signature, message);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new LedgerException("the signature by " + name + " does not verify", e);
    }
  }

  /** The {@link #vkey} text. */
  @Override
  public String toString() {
    return vkey();
  }
}
