package io.tidemark.ledger;

/**
 * Where entries are recorded. The entry and its {@link Consequence} become durable in one
 * transaction, or neither does; when {@link #record} returns, a crash of any process or of the
 * machine loses nothing of it. Thread-safe.
 */
public abstract class Journal {
  /** What an entry changes in the state that is kept beside the ledger. */
  public interface Consequence {}

  /** The consequence of an entry that changes nothing else. */
  public record Nothing() implements Consequence {}

  /** Records an entry with what it changes. */
  public abstract Receipt record(Entry entry, Consequence consequence);

  /** How many entries are recorded. */
  public abstract long size();

  /** Records an entry that changes nothing else. */
  public final Receipt record(Entry entry) {
    return record(entry, new Nothing());
  }

  /** For implementations: the receipt of an entry that is durable at {@code index}. */
  protected static Receipt receipt(long index, Entry entry) {
    return new Receipt(index, entry);
  }
}
