package io.tidemark.ledger;

/**
 * Proof, inside the program, that an entry is durable. Only a {@link Journal} makes one.
 *
 * <p>Immutable.
 */
public final class Receipt {
  private final long index;
  private final Entry entry;

  Receipt(long index, Entry entry) {
    this.index = index;
    this.entry = entry;
  }

  /** The entry's place in the ledger, from 0. */
  public long index() {
    return index;
  }

  /** The entry as it was recorded. */
  public Entry entry() {
    return entry;
  }

  @Override
  public String toString() {
    return "Receipt[entry " + index + ", " + entry.kind() + "]";
  }
}
