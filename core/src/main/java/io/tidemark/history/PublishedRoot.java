package io.tidemark.history;

import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.terms.Digest;

/**
 * What an entry {@code history-root} says. Immutable.
 *
 * @param number which root it is, from 1; each is one more than the one before
 * @param people how many people stand in the map
 * @param root the map's root
 * @param entries all events of ledger entries below this index stand in it, and no others
 * @param previous the index of the entry of the root before; -1 for the first
 */
public record PublishedRoot(long number, long people, Digest root, long entries, long previous) {
  /** The entry's kind. */
  public static final String KIND = "history-root";

  /** Of a home that never published one: nobody stands in the map. */
  public static final PublishedRoot NONE = new PublishedRoot(0, 0, Subtree.EMPTY.hash(), 0, -1);

  /** Adds its lines to an entry that has begun. */
  public Entry.Builder lines(Entry.Builder entry) {
    return entry
        .line("number", number)
        .line("people", people)
        .line("root", root)
        .line("entries", entries)
        .line("previous", previous < 0 ? "-" : Long.toString(previous));
  }

  /** Reads an entry. */
  public static PublishedRoot of(Entry entry) throws LedgerException {
    if (!entry.kind().equals(KIND)) {
      throw new LedgerException("expected an entry " + KIND + ", found " + entry.kind());
    }
    try {
      String previous = line(entry, "previous");
      return new PublishedRoot(
          Long.parseLong(line(entry, "number")),
          Long.parseLong(line(entry, "people")),
          Digest.parse(line(entry, "root")),
          Long.parseLong(line(entry, "entries")),
          previous.equals("-") ? -1 : Long.parseLong(previous));
    } catch (IllegalArgumentException e) {
      throw new LedgerException("expected numbers and a digest in an entry " + KIND, e);
    }
  }

  private static String line(Entry entry, String key) throws LedgerException {
    return entry
        .value(key)
        .orElseThrow(() -> new LedgerException("an entry " + KIND + " lacks its line " + key));
  }
}
