package io.tidemark.store.backup;

import io.tidemark.custody.keys.HomeRestored;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.Receipt;
import io.tidemark.ledger.SignedNote;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.store.database.DatabaseUnavailable;
import io.tidemark.store.database.Recovery;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.HomeFault;
import io.tidemark.store.home.Returning;
import io.tidemark.store.tiles.TileFiles;
import io.tidemark.terms.Words;
import io.tidemark.vault.Suite;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings a home back from a backup: checks key, ledger, copy and WAL, lets PostgreSQL recover the
 * database, and proves against the published ledger that it is the database of this very record.
 */
public final class Restore {
  private final BackupFolder folder;
  private final Asked asked;

  private Restore(BackupFolder folder, Asked asked) {
    this.folder = folder;
    this.asked = asked;
  }

  /**
   * What to restore.
   *
   * @param until the moment to go back to, or nothing for the last state
   * @param database the JDBC address of a PostgreSQL that its operator restored, or nothing when
   *     the database is in the backup
   * @param acceptLoss whether a database that lacks entries is taken as it is, although no moment
   *     was asked for
   * @param head a signed head that was kept elsewhere and that the ledger has to continue
   */
  public record Asked(
      Optional<Instant> until,
      Optional<String> database,
      boolean acceptLoss,
      Optional<SignedNote> head) {}

  /**
   * What the database holds when it has agreed with the ledger.
   *
   * @param base the end of the copy that was restored
   * @param until the moment that was asked for
   * @param state how many entries have their consequences
   * @param published how many entries the ledger in the backup has
   */
  public record State(
      Optional<Instant> base, Optional<Instant> until, long state, long published) {}

  /** What a restore records. */
  public interface Recording {
    /** The entry, to be recorded behind all others. */
    Entry entry(Home home, State state);

    /**
     * Does again what has to hold although its consequence is lost, before anybody opens the home:
     * erasures.
     *
     * @param lost the entries without a consequence
     */
    void again(Home home, List<Lost> lost) throws HomeFault, IOException;
  }

  /**
   * A home that came back.
   *
   * @param entry the index of the entry that says so
   * @param lost the entries without a consequence in the state, in their order
   * @param open the disclosures that had begun and of which nothing says how they ended
   */
  public record Done(
      State state, long entry, VerifierKey key, List<Lost> lost, List<String> open) {}

  /** A restore from this folder. */
  public static Restore from(Path folder, Asked asked) {
    return new Restore(new BackupFolder(folder.toAbsolutePath().normalize()), asked);
  }

  /**
   * Restores; a fault leaves nothing of the new home.
   *
   * @param step told what takes long, before it begins
   */
  public Done into(Returning home, Recording recording, Consumer<Words> step)
      throws BackupFault, HomeFault, IOException, LedgerException {
    boolean done = false;
    try {
      Done restored = restored(home, recording, step);
      home.finish();
      done = true;
      return restored;
    } catch (DatabaseUnavailable e) {
      throw new BackupFault(e);
    } finally {
      if (!done) {
        home.abandon();
      }
    }
  }

  private Done restored(Returning returning, Recording recording, Consumer<Words> step)
      throws BackupFault, HomeFault, DatabaseUnavailable, IOException, LedgerException {
    BackupFolder.About about = folder.about();
    requireRightDatabase(about);
    step.accept(new Words("核验备份中的账本…", "checking the ledger in the backup …"));
    TileFiles ledger = folder.ledger(about.key());
    long published = LedgerProof.published(ledger);
    Optional<Base> base =
        about.embedded() ? Optional.of(base(ledger, published)) : Optional.empty();
    if (base.isPresent()) {
      check(base.get(), step);
      if (asked.until().isPresent()) {
        ledger = toItsEnd(base.get(), about, returning, ledger, published, step);
        published = ledger.publishedSize();
      }
      step.accept(new Words("PostgreSQL 正在恢复…", "PostgreSQL recovers …"));
      recover(base.get(), returning, asked.until());
    }
    step.accept(new Words("逐条比较数据库与账本…", "comparing database and ledger …"));
    try (Home home = returning.open(about.origin(), asked.database(), suite(ledger))) {
      requireKey(about.key(), home.ledger().key());
      long recorded = LedgerProof.agree(home, ledger, published);
      State state = new State(base.map(Base::end), asked.until(), recorded, published);
      requireNoLoss(state);
      if (asked.head().isPresent()) {
        LedgerProof.continues(home, ledger, recorded, published, asked.head().get());
      }
      return complete(home, ledger, state, recording);
    }
  }

  private void requireRightDatabase(BackupFolder.About about) throws BackupFault {
    if (about.embedded() == asked.database().isPresent()) {
      throw about.embedded()
          ? new BackupFault(
              "备份中已有数据库：不要用 --database", "the database is in the backup: leave --database out")
          : new BackupFault(
              "此备份不含数据库：请先用自己的办法恢复 PostgreSQL，再用 --database 指出",
              "this backup holds no database: restore your PostgreSQL first, then name it with"
                  + " --database");
    }
  }

  private static void requireKey(VerifierKey expected, VerifierKey found) throws BackupFault {
    if (!expected.vkey().equals(found.vkey())) {
      throw new BackupFault(
          "账本的密钥不符：数据库或主密钥属于另一个数据目录",
          "the ledger's key is another: the database or the master key belongs to another home");
    }
  }

  private Base base(TileFiles ledger, long published) throws BackupFault, IOException {
    List<Base> all = folder.bases();
    Base base =
        all.stream()
            .filter(one -> asked.until().isEmpty() || !one.end().isAfter(asked.until().get()))
            .findFirst()
            .orElseThrow(
                () ->
                    new BackupFault(
                        all.isEmpty()
                            ? "备份里还没有一份完整的数据库"
                            : "最早只能恢复到 " + all.get(all.size() - 1).end(),
                        all.isEmpty()
                            ? "there is no whole copy of the database in the backup yet"
                            : "the earliest moment that can be restored is "
                                + all.get(all.size() - 1).end()));
    Optional<Entry> entry =
        base.entry() < published ? entry(ledger.entry(base.entry())) : Optional.empty();
    if (entry.isEmpty()
        || !entry.get().kind().equals("backup")
        || !entry.get().value("base-sha256").equals(Optional.of(base.digest().toString()))) {
      throw new BackupFault(
          base.folder() + " 与账本第 " + base.entry() + " 条所记的备份不符：拒绝恢复",
          base.folder()
              + " is not the backup that entry "
              + base.entry()
              + " of the ledger speaks of: nothing was restored");
    }
    return base;
  }

  /** What the first entry of the backup's ledger names. */
  private static Suite suite(TileFiles ledger) throws BackupFault, IOException {
    return entry(ledger.entry(0))
        .flatMap(Suite::named)
        .orElseThrow(
            () ->
                new BackupFault(
                    "备份的账本首条没有可识别的密码套件：请用更新的 Tidemark",
                    "the first entry of the backup's ledger names no suite that is known here: use"
                        + " a newer Tidemark"));
  }

  private static Optional<Entry> entry(byte[] bytes) {
    try {
      return Optional.of(Entry.parse(bytes));
    } catch (Entry.BadEntry e) {
      return Optional.empty();
    }
  }

  /**
   * The log as the WAL leads it on behind the copy in the backup, in the folder of the new home:
   * entries that were published after the last backup must not be forgotten because somebody asks
   * for a moment before them.
   */
  private TileFiles toItsEnd(
      Base base,
      BackupFolder.About about,
      Returning returning,
      TileFiles ledger,
      long published,
      Consumer<Words> step)
      throws BackupFault, HomeFault, DatabaseUnavailable, IOException, LedgerException {
    step.accept(
        new Words(
            "PostgreSQL 先恢复到最后，以取得全部账目…",
            "PostgreSQL recovers to the end first, for all entries of the ledger …"));
    recover(base, returning, Optional.empty());
    try (Home last = returning.open(about.origin(), Optional.empty(), suite(ledger))) {
      requireKey(about.key(), last.ledger().key());
      long recorded = LedgerProof.agree(last, ledger, published);
      LedgerCopy.copy(ledger, last.ledger().tiles());
      if (recorded > published) {
        last.ledger().publish();
      }
    }
    Recovery.undo(returning.folder().path());
    return new TileFiles(returning.folder().ledger(), about.key());
  }

  private void check(Base base, Consumer<Words> step) throws BackupFault, IOException {
    step.accept(new Words("核验数据库的拷贝与 WAL…", "checking the copy of the database and its WAL …"));
    base.requireWhole();
    new WalFiles(folder.wal()).require(base.firstWal(), base.lastWal(), asked.until().isEmpty());
  }

  private void recover(Base base, Returning returning, Optional<Instant> until)
      throws DatabaseUnavailable, IOException {
    try (InputStream tar = new BufferedInputStream(Files.newInputStream(Base.tar(base.folder())))) {
      Recovery.run(returning.folder().path(), tar, folder.wal(), until);
    }
  }

  private void requireNoLoss(State state) throws BackupFault {
    if (state.state() < state.published() && asked.until().isEmpty() && !asked.acceptLoss()) {
      throw new BackupFault(
          "数据库只到第 "
              + state.state()
              + " 条，备份的账本有 "
              + state.published()
              + " 条：请找回缺失的 WAL 或更新的数据库；找不回就加 --accept-loss，缺失的账目会放回但没有后果",
          "the database ends before entry "
              + state.state()
              + ", the ledger in the backup has "
              + state.published()
              + ": find the missing WAL or a newer database; where there is none, add"
              + " --accept-loss, and the missing entries are put back without their consequences");
    }
  }

  private Done complete(Home home, TileFiles ledger, State state, Recording recording)
      throws HomeFault, IOException, LedgerException {
    Missing missing = Missing.between(ledger, state.state(), state.published());
    Entry entry = recording.entry(home, state);
    HomeRestored consequence = missing.consequence();
    Receipt receipt =
        missing.lost().isEmpty()
            ? home.journal().record(entry, consequence)
            : home.putBack(state.state(), missing.entries(), entry, consequence);
    LedgerCopy.copy(ledger, home.ledger().tiles());
    recording.again(home, missing.lost());
    home.ledger().publish();
    LedgerCopy.anchors(folder.anchors(), home.folder().path().resolve("anchors"));
    List<String> open =
        home.disclosures().unfinished().stream().map(copy -> copy.id().text()).toList();
    return new Done(state, receipt.index(), home.ledger().key(), missing.lost(), open);
  }
}
