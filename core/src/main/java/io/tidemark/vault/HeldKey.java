package io.tidemark.vault;

/** A master key in this process's memory. Immutable, thread-safe; hides itself. */
final class HeldKey implements MasterKey {
  private final SecretBox box;

  HeldKey(Suite suite, byte[] key) {
    box = SecretBox.keyed(suite, key);
  }

  @Override
  public byte[] wrap(byte[] key, String name) {
    return box.seal(key, name);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String name) throws WrongKey {
    try {
      return box.open(wrapped, name);
    } catch (WrongKey e) {
      throw new WrongKey("the master key does not open the key " + name);
    }
  }
}
