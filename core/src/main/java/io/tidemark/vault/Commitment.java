package io.tidemark.vault;

import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A commitment to what a record says and to the biases of its marked values, item by item, so that
 * evidence can open some items and keep the rest hidden. Each item is hashed with a salt of its own
 * that only the person's key gives.
 *
 * @param items in their fixed order
 */
public record Commitment(List<Item> items) {
  private static final byte[] DOMAIN = "tidemark record v1\n".getBytes(StandardCharsets.UTF_8);

  /**
   * One committed item, opened or not.
   *
   * @param name what it is, such as {@code MOBILE} or {@code mark ADDRESS}
   * @param hash SHA-256 over the salt, the name and the value
   * @param opening salt and value, when it is opened
   */
  public record Item(String name, Digest hash, Optional<Opening> opening) {
    /** An item with its opening. */
    static Item of(String name, byte[] salt, String value) {
      return new Item(name, hash(name, salt, value), Optional.of(new Opening(salt, value)));
    }

    /** The same item without its opening. */
    public Item closed() {
      return new Item(name, hash, Optional.empty());
    }

    /** Whether the opening, if there is one, gives the hash. */
    public boolean holds() {
      return opening.map(open -> hash(name, open.salt(), open.value()).equals(hash)).orElse(true);
    }

    private static Digest hash(String name, byte[] salt, String value) {
      return Digest.sha256(salt, (name + "\n" + value).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The salt and the value of an opened item. Its text is personal: it goes into evidence only. */
  public static final class Opening {
    private final byte[] salt;
    private final String value;

    /** An opening read back from evidence. */
    public Opening(byte[] salt, String value) {
      this.salt = salt.clone();
      this.value = value;
    }

    /** The 16 bytes of salt. */
    public byte[] salt() {
      return salt.clone();
    }

    /** The value. */
    public String value() {
      return value;
    }

    @Override
    public String toString() {
      return "Opening[hidden]";
    }
  }

  /** Copies the list. */
  public Commitment {
    items = List.copyOf(items);
  }

  /**
   * The digest that is kept beside the sealed record and committed to in every disclosure of it.
   */
  public Digest digest() {
    List<byte[]> parts = new ArrayList<>();
    parts.add(DOMAIN);
    items.forEach(item -> parts.add(item.hash().bytes()));
    return Digest.sha256(parts.toArray(new byte[0][]));
  }
}
