package io.tidemark.store.home;

import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.NoteSigner;
import io.tidemark.ledger.SignedNote;
import io.tidemark.ledger.Sm2Key;
import io.tidemark.ledger.Sm2Signer;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.store.journal.PostgresJournal;
import io.tidemark.store.tiles.TileFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The published ledger: the journal's table as tiles with a signed head. Thread-safe. */
public final class Ledger {
  private static final int BATCH = 4_096;
  private static final Object WITHIN_THIS_PROCESS = new Object();
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final PostgresJournal journal;
  private final TileFiles tiles;
  private final NoteSigner signer;
  private final Optional<Sm2Signer> sm2;
  private final Path lock;

  Ledger(
      PostgresJournal journal,
      TileFiles tiles,
      NoteSigner signer,
      Optional<Sm2Signer> sm2,
      Path lock) {
    this.journal = journal;
    this.tiles = tiles;
    this.signer = signer;
    this.sm2 = sm2;
    this.lock = lock;
  }

  /** The key with which anybody checks the head. */
  public VerifierKey key() {
    return signer.key();
  }

  /** The key of the second signature, in a home of the suite {@code sm}. */
  public Optional<Sm2Key> sm2Key() {
    return sm2.map(Sm2Signer::key);
  }

  /** The files. */
  public TileFiles tiles() {
    return tiles;
  }

  /** Writes what the tiles lack, syncs, then signs and publishes the head; the head. */
  public SignedNote publish() throws IOException {
    synchronized (WITHIN_THIS_PROCESS) {
      try (FileChannel channel =
              FileChannel.open(
                  lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY);
          FileLock held = channel.lock()) {
        return held.isValid() ? published() : published();
      }
    }
  }

  private SignedNote published() throws IOException {
    try {
      long size = journal.size();
      SignedNote head = tiles.checkpoint();
      long written = tiles.publishedSize();
      if (head != null && written == size) {
        return head;
      }
      while (written < size) {
        List<byte[]> entries = journal.entries(written, (int) Math.min(BATCH, size - written));
        tiles.append(written, entries);
        written += entries.size();
      }
      SignedNote signed =
          new Checkpoint(signer.key().name(), size, tiles.rootOnDisk(size)).signed(signer);
      SignedNote published = sm2.map(second -> second.sign(signed)).orElse(signed);
      tiles.publish(published);
      return published;
    } catch (LedgerException e) {
      throw new IOException("the ledger on disk is damaged: run ledger fsck", e);
    }
  }
}
