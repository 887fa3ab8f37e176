package io.tidemark.server.owner;

import io.tidemark.evidence.ProvedEntry;
import io.tidemark.formats.bundle.OwnerFile;
import io.tidemark.history.Event;
import io.tidemark.history.OwnerHistory;
import io.tidemark.history.OwnerSecret;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.LogProof;
import io.tidemark.store.history.Standing;
import io.tidemark.store.home.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Makes owners' files. Thread-safe. */
public final class OwnerFiles {
  /** Up to so many events come with their whole entries and proofs, some kilobytes each. */
  private static final int WITH_ENTRIES = 16;

  private final Home home;

  /** Files of people of this home. */
  public OwnerFiles(Home home) {
    this.home = home;
  }

  /**
   * A file that was made.
   *
   * @param history what it proves
   * @param bytes the file
   */
  public record Made(OwnerHistory history, byte[] bytes) {}

  /**
   * Makes the file of a person; the caller has recorded that it is made.
   *
   * @param full whether every event comes with its whole entry, however many there are
   */
  public Made make(UUID person, OwnerSecret secret, boolean full)
      throws IOException, LedgerException {
    home.ledger().publish();
    Standing standing = home.histories().standing(person, secret);
    Map<Long, ProvedEntry> entries = new TreeMap<>();
    entries.put(standing.current().entry(), proved(standing.current().entry()));
    if (full || standing.events().size() <= WITH_ENTRIES) {
      for (Event event : standing.events()) {
        entries.put(event.entry(), proved(event.entry()));
      }
    }
    OwnerHistory history =
        new OwnerHistory(
            secret,
            standing.events(),
            standing.proof(),
            standing.current().entry(),
            entries,
            home.ledger().key());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OwnerFile.write(out, history);
    return new Made(history, out.toByteArray());
  }

  private ProvedEntry proved(long index) throws IOException, LedgerException {
    byte[] bytes = home.ledger().tiles().entry(index);
    LogProof proof = home.ledger().tiles().prove(index);
    try {
      return new ProvedEntry(bytes, Entry.parse(bytes), proof);
    } catch (Entry.BadEntry e) {
      throw new IOException("entry " + index + " is damaged: run ledger fsck", e);
    }
  }
}
