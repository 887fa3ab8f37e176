package io.tidemark.vault;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The keys that seal people's records, one for each epoch. Only the newest seals; an older one is
 * kept as long as a rotation replaces it. All are wrapped under the home's key {@link
 * KeyRing.Use#DATA}: the master key changes without them, and a process that runs opens those that
 * are drawn later. A key that was destroyed stays in the memory of processes that knew it, so that
 * what they are reading ends well. Thread-safe; hides itself.
 */
public final class DataKeys {
  /** The epoch of a new home. */
  public static final int FIRST = 1;

  private static final int SIZE = 32;

  private final SecretBox box;
  private final Supplier<List<Wrapped>> kept;
  private volatile NavigableMap<Integer, byte[]> keys = Collections.emptyNavigableMap();

  /**
   * A data key as it is stored.
   *
   * @param epoch from {@link #FIRST} on
   */
  public record Wrapped(int epoch, byte[] bytes) {}

  /** The data keys that are kept there. */
  DataKeys(KeyRing ring, Supplier<List<Wrapped>> kept) {
    this.box = box(ring);
    this.kept = kept;
  }

  /** Draws the key of an epoch and wraps it. */
  public static Wrapped draw(KeyRing ring, int epoch) {
    byte[] key = new byte[SIZE];
    new SecureRandom().nextBytes(key);
    return wrap(ring, epoch, key);
  }

  static Wrapped wrap(KeyRing ring, int epoch, byte[] key) {
    return new Wrapped(epoch, box(ring).seal(key, name(epoch)));
  }

  private static SecretBox box(KeyRing ring) {
    return SecretBox.under(ring.suite(), ring.key(KeyRing.Use.DATA), "data keys");
  }

  private static String name(int epoch) {
    return "epoch " + epoch;
  }

  /** The epoch whose key seals, as far as this process knows. */
  int newest() {
    if (keys.isEmpty()) {
      readAgain();
    }
    return keys.lastKey();
  }

  /** The key of an epoch; it must not be changed. */
  byte[] key(int epoch) throws WrongKey {
    byte[] key = keys.get(epoch);
    if (key == null) {
      readAgain();
      key = keys.get(epoch);
    }
    if (key == null) {
      throw new WrongKey("the data key of epoch " + epoch + " is not kept any more");
    }
    return key;
  }

  /** Learns which keys were drawn meanwhile. */
  synchronized void readAgain() {
    NavigableMap<Integer, byte[]> known = new TreeMap<>(keys);
    for (Wrapped one : kept.get()) {
      if (!known.containsKey(one.epoch())) {
        known.put(one.epoch(), unwrapped(one));
      }
    }
    if (known.isEmpty()) {
      throw new NoSuchElementException("a home has a data key");
    }
    keys = known;
  }

  private byte[] unwrapped(Wrapped one) {
    try {
      return box.open(one.bytes(), name(one.epoch()));
    } catch (WrongKey e) {
      throw new IllegalStateException(
          "the data key of epoch " + one.epoch() + " was altered in the database", e);
    }
  }
}
