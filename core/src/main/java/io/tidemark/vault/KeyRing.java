package io.tidemark.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of a home, each for one use, opened by the master key. Immutable, thread-safe; hides
 * itself.
 */
public final class KeyRing {
  /** What a key is for; no key serves two uses. */
  public enum Use {
    /** Wraps the data keys, of which each epoch has one: {@link DataKeys}. */
    DATA,
    /** The salts of commitments come from it and people's salts: no rotation changes them. */
    COMMITMENT,
    /** Seals case files. */
    CASE,
    /** Tokens by which those who were erased are known again. */
    SUPPRESSION,
    /** Seals what the law makes us keep of those who were erased. */
    ARCHIVE,
    /** Search tokens. */
    INDEX,
    /** Names of marked contents. */
    POSITION,
    /** How likely each spelling is. */
    BIAS,
    /** Recipients' keys come from it. */
    RECIPIENT,
    /** Honey customers. */
    HONEY,
    /** Tokens in released copies, of which each party has its own. */
    TOKEN,
    /** Seals alias numbers. */
    ALIAS,
    /** Signs the ledger's checkpoints. */
    LEDGER,
    /** Signs manifests of evidence. */
    MANIFEST,
    /** Seals what the server keeps of accounts and answers. */
    ACCESS
  }

  /** A key as it is stored. */
  public record Wrapped(Use use, byte[] bytes) {}

  private final Map<Use, byte[]> keys;

  private KeyRing(Map<Use, byte[]> keys) {
    this.keys = keys;
  }

  /** Draws a fresh key for every use and wraps it. */
  public static List<Wrapped> draw(MasterKey master) {
    List<Wrapped> wrapped = new ArrayList<>();
    for (Use use : Use.values()) {
      wrapped.add(draw(master, use));
    }
    return wrapped;
  }

  /** Draws a fresh key for one use and wraps it. */
  public static Wrapped draw(MasterKey master, Use use) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new Wrapped(use, master.wrap(key, use.name()));
  }

  /** The same keys wrapped under another master key. */
  public static List<Wrapped> rewrap(MasterKey from, MasterKey to, List<Wrapped> wrapped)
      throws WrongKey {
    List<Wrapped> rewrapped = new ArrayList<>(wrapped.size());
    for (Wrapped key : wrapped) {
      String name = key.use().name();
      rewrapped.add(new Wrapped(key.use(), to.wrap(from.unwrap(key.bytes(), name), name)));
    }
    return rewrapped;
  }

  /** Opens the stored keys. */
  public static KeyRing open(MasterKey master, List<Wrapped> wrapped) throws WrongKey {
    Map<Use, byte[]> keys = new EnumMap<>(Use.class);
    for (Wrapped key : wrapped) {
      keys.put(key.use(), master.unwrap(key.bytes(), key.use().name()));
    }
    for (Use use : Use.values()) {
      if (!keys.containsKey(use)) {
        throw new WrongKey("the key " + use + " is missing");
      }
    }
    return new KeyRing(keys);
  }

  /** A copy of the 32-byte key of this use. */
  public byte[] key(Use use) {
    byte[] key = keys.get(use);
    if (key == null) {
      throw new IllegalStateException("a ring holds a key for every use");
    }
    return key.clone();
  }

  /** A 32-byte key derived from the key of this use for one name (HKDF-SHA256, RFC 5869). */
  public byte[] derive(Use use, String name) {
    return hkdf(key(use), new byte[0], name, 32);
  }

  static byte[] hkdf(byte[] key, byte[] salt, String info, int size) {
    try {
      return Hkdf.computeHkdf("HMACSHA256", key, salt, info.getBytes(StandardCharsets.UTF_8), size);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
