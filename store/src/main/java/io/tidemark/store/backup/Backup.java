package io.tidemark.store.backup;

import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.Receipt;
import io.tidemark.store.database.DatabaseUnavailable;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.database.WalArchive;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Makes backups of an open home while others use it: a copy of the cluster, from then on every file
 * of its WAL, the published ledger and its anchors. No key is among them.
 */
public final class Backup {
  private final Home home;
  private final BackupFolder folder;

  /** Backups of this home in this folder. */
  public Backup(Home home, Path folder) {
    this.home = home;
    this.folder = new BackupFolder(folder.toAbsolutePath().normalize());
  }

  /** Writes the entry of a backup. */
  @FunctionalInterface
  public interface Recording {
    /**
     * Records it.
     *
     * @param base the digest of the copy of the cluster; nothing for one's own PostgreSQL
     */
    Receipt record(Optional<Digest> base);
  }

  /**
   * A backup that was made.
   *
   * @param entry the index of its entry
   * @param published how many entries of the ledger are in it
   * @param since from when on a state can be restored; nothing for one's own PostgreSQL
   */
  public record Made(long entry, long published, Optional<Instant> since) {}

  /** About how many bytes of a cluster there are to copy. */
  public long size() throws IOException {
    return home.embedded().isPresent() ? home.embedded().get().size() : 0;
  }

  /**
   * Makes one. Whatever breaks it off, earlier ones stay whole, and it can be begun again.
   *
   * @param copied told the bytes copied so far
   */
  public Made make(Recording recording, LongConsumer copied)
      throws BackupFault, IOException, LedgerException {
    Path at = home.folder().path();
    BackupFolder.About about = folder.of(home, WalArchive.of(at));
    try (Lock lock = Lock.take(folder.path())) {
      Objects.requireNonNull(lock);
      if (home.embedded().isEmpty()) {
        folder.write(about);
        Receipt receipt = recording.record(Optional.empty());
        return new Made(receipt.index(), LedgerCopy.update(home, folder), Optional.empty());
      }
      WalArchive.set(at, new WalArchive.Place(folder.path(), about.place()));
      folder.write(about);
      return withBase(home.embedded().get(), recording, copied);
    } catch (DatabaseUnavailable e) {
      throw new BackupFault(e);
    }
  }

  /**
   * The entry names the digest of the copy, and is itself in the ledger and the WAL that lie beside
   * it before the copy counts.
   */
  private Made withBase(EmbeddedDatabase database, Recording recording, LongConsumer copied)
      throws BackupFault, DatabaseUnavailable, IOException, LedgerException {
    BaseCopy copy = BaseCopy.of(database, folder, copied);
    database.awaitArchived(folder.walFile(copy.backup().lastWal()));
    Receipt receipt = recording.record(Optional.of(copy.digest()));
    long published = LedgerCopy.update(home, folder);
    database.awaitArchived(folder.walFile(database.endWalFile()));
    copy.count(receipt.index());
    return new Made(receipt.index(), published, Optional.of(copy.backup().end()));
  }
}
