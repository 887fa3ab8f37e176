package io.tidemark.app.evidence;

import io.tidemark.app.Session;
import io.tidemark.app.ledger.OwnFile;
import io.tidemark.evidence.Bundle;
import io.tidemark.formats.bundle.OwnerFile;
import io.tidemark.history.Event;
import io.tidemark.history.OwnerHistory;
import io.tidemark.history.OwnerSecret;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.LogProof;
import io.tidemark.store.history.Standing;
import io.tidemark.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes owners' files. */
public final class OwnerFiles {
  /** Up to so many events come with their whole entries and proofs, some kilobytes each. */
  private static final int WITH_ENTRIES = 16;

  private final Session session;

  /** Files of people of this session's home. */
  public OwnerFiles(Session session) {
    this.session = session;
  }

  /**
   * A file that was written.
   *
   * @param history what it proves
   * @param digest SHA-256 of the file
   * @param size its bytes
   */
  public record Written(OwnerHistory history, Digest digest, long size) {}

  /**
   * Writes the file of a person; the caller has recorded that it is made.
   *
   * @param full whether every event comes with its whole entry, however many there are
   */
  public Written write(UUID person, OwnerSecret secret, boolean full, Path target)
      throws IOException, LedgerException {
    session.home().ledger().publish();
    Standing standing = session.home().histories().standing(person, secret);
    Map<Long, Bundle.ProvedEntry> entries = new TreeMap<>();
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
            session.home().ledger().key());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OwnerFile.write(out, history);
    OwnFile.write(target, out.toByteArray());
    return new Written(history, Digest.sha256(out.toByteArray()), out.size());
  }

  private Bundle.ProvedEntry proved(long index) throws IOException, LedgerException {
    byte[] bytes = session.home().ledger().tiles().entry(index);
    LogProof proof = session.home().ledger().tiles().prove(index);
    try {
      return new Bundle.ProvedEntry(bytes, Entry.parse(bytes), proof);
    } catch (Entry.BadEntry e) {
      throw new IOException("entry " + index + " is damaged: run ledger fsck", e);
    }
  }
}
