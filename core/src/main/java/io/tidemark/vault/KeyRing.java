package io.tidemark.vault;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;

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
    /** Marks in pictures and documents. */
    MARK,
    /** Tokens in released copies, of which each party has its own. */
    TOKEN,
    /** Seals alias numbers. */
    ALIAS,
    /** Signs the ledger's checkpoints. */
    LEDGER,
    /** Signs them once more, by SM2, in a home of that suite. */
    LEDGER_SM2,
    /** Signs manifests of evidence. */
    MANIFEST,
    /** Seals what the server keeps of accounts and answers. */
    ACCESS
  }

  /** A key as it is stored. */
  public record Wrapped(Use use, byte[] bytes) {}

  private final Suite suite;
  private final Map<Use, byte[]> keys;

  private KeyRing(Suite suite, Map<Use, byte[]> keys) {
    this.suite = suite;
    this.keys = keys;
  }

  /** The cryptography that these keys are for. */
  public Suite suite() {
    return suite;
  }

  /** Draws a fresh key for every use and wraps it. */
  public static List<Wrapped> draw(Suite suite, MasterKey master) {
    List<Wrapped> wrapped = new ArrayList<>();
    for (Use use : suite.uses()) {
      wrapped.add(draw(suite, master, use));
    }
    return wrapped;
  }

  /** Draws a fresh key for one use and wraps it. */
  public static Wrapped draw(Suite suite, MasterKey master, Use use) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new Wrapped(use, master.wrap(key, suite.bound(use.name())));
  }

  /** The same keys wrapped under another master key. */
  public static List<Wrapped> rewrap(
      Suite suite, MasterKey from, MasterKey to, List<Wrapped> wrapped) throws WrongKey {
    List<Wrapped> rewrapped = new ArrayList<>(wrapped.size());
    for (Wrapped key : wrapped) {
      String name = suite.bound(key.use().name());
      rewrapped.add(new Wrapped(key.use(), to.wrap(from.unwrap(key.bytes(), name), name)));
    }
    return rewrapped;
  }

  /** Opens the stored keys. */
  public static KeyRing open(Suite suite, MasterKey master, List<Wrapped> wrapped) throws WrongKey {
    Map<Use, byte[]> keys = new EnumMap<>(Use.class);
    for (Wrapped key : wrapped) {
      keys.put(key.use(), master.unwrap(key.bytes(), suite.bound(key.use().name())));
    }
    for (Use use : suite.uses()) {
      if (!keys.containsKey(use)) {
        throw new WrongKey("the key " + use + " is missing");
      }
    }
    return new KeyRing(suite, keys);
  }

  /** A copy of the 32-byte key of this use. */
  public byte[] key(Use use) {
    byte[] key = keys.get(use);
    if (key == null) {
      throw new IllegalStateException("a ring holds a key for every use");
    }
    return key.clone();
  }

  /** Whether this master key wraps all of them. */
  public static boolean opens(Suite suite, MasterKey master, List<Wrapped> wrapped) {
    try {
      for (Wrapped key : wrapped) {
        master.unwrap(key.bytes(), suite.bound(key.use().name()));
      }
      return !wrapped.isEmpty();
    } catch (WrongKey e) {
      return false;
    }
  }

  /** A 32-byte key derived from the key of this use for one name (the suite's HKDF). */
  public byte[] derive(Use use, String name) {
    return derive(use, name, Suite.KEY);
  }

  /** The same, so many bytes long. */
  public byte[] derive(Use use, String name, int size) {
    return suite.hkdf(key(use), new byte[0], name, size);
  }

  /** Whether a home of this suite has such a key. */
  public boolean has(Use use) {
    return keys.containsKey(use);
  }

  /** The suite's HMAC under the key of this use. Not thread-safe. */
  public Mac mac(Use use) {
    return suite.mac(key(use));
  }
}
