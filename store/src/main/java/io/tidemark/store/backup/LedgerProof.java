package io.tidemark.store.backup;

import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.RootBuilder;
import io.tidemark.ledger.SignedNote;
import io.tidemark.store.home.Home;
import io.tidemark.store.tiles.Fsck;
import io.tidemark.store.tiles.TileFiles;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** That a database holds the log that was published, or a beginning of it. */
final class LedgerProof {
  private static final int BATCH = 4_096;

  private LedgerProof() {}

  /**
   * Computes every hash of the copied log anew, up to its signed head.
   *
   * @return how many entries the head speaks of
   */
  static long published(TileFiles ledger) throws BackupFault, IOException {
    List<String> faults = new ArrayList<>();
    Fsck fsck =
        ledger.fsck(
            List.of(),
            fault -> {
              if (faults.isEmpty()) {
                faults.add(fault.file() + "\0" + fault.what().zh() + "\0" + fault.what().en());
              }
            });
    if (!fsck.ok()) {
      String[] first = faults.get(0).split("\0", -1);
      throw new BackupFault(
          "备份中的账本已损坏，共 " + fsck.faults() + " 处，首先是 ledger/" + first[0] + "：" + first[1],
          "the ledger in the backup is damaged in "
              + fsck.faults()
              + " places, first ledger/"
              + first[0]
              + ": "
              + first[2]);
    }
    return fsck.published();
  }

  /**
   * Compares the database with the log, entry by entry; where they have the same entries they have
   * the same leaves, and the log's leaves lead to its signed head.
   *
   * @return how many entries the database has
   */
  static long agree(Home home, TileFiles ledger, long published) throws BackupFault, IOException {
    long recorded = home.journal().size();
    long common = Math.min(recorded, published);
    for (long from = 0; from < common; from += BATCH) {
      int most = (int) Math.min(BATCH, common - from);
      List<byte[]> ours = home.entries(from, most);
      List<byte[]> theirs = ledger.entries(from, most);
      for (int i = 0; i < most; i++) {
        if (!Arrays.equals(ours.get(i), theirs.get(i))) {
          throw new BackupFault(
              "数据库与备份的账本从第 " + (from + i) + " 条起不同：这不是同一本账，拒绝恢复",
              "the database and the ledger of the backup differ from entry "
                  + (from + i)
                  + " on: they are not of one record, nothing was restored");
        }
      }
    }
    return recorded;
  }

  /**
   * Asks whether the restored log continues a head that was kept elsewhere.
   *
   * @param recorded how many entries the database has
   */
  static void continues(Home home, TileFiles ledger, long recorded, long published, SignedNote note)
      throws BackupFault, IOException {
    Checkpoint head;
    try {
      head = Checkpoint.open(note, home.ledger().key());
    } catch (LedgerException e) {
      throw new BackupFault(
          "--head 不是这本账签名的头：" + e.getMessage(),
          "--head is no head that this ledger signed: " + e.getMessage());
    }
    if (head.size() > Math.max(recorded, published)) {
      throw new BackupFault(
          "备份比 --head 旧：只有 " + Math.max(recorded, published) + " 条，--head 已有 " + head.size() + " 条",
          "the backup is older than --head: it has "
              + Math.max(recorded, published)
              + " entries, --head had "
              + head.size());
    }
    Digest root =
        head.size() <= published ? ledger.rootOnDisk(head.size()) : root(home, head.size());
    if (!root.equals(head.root())) {
      throw new BackupFault(
          "备份的账本不是 --head 的延续：历史被改写过，拒绝恢复",
          "the ledger of the backup does not continue --head: its history was rewritten, nothing"
              + " was restored");
    }
  }

  private static Digest root(Home home, long size) {
    RootBuilder root = new RootBuilder();
    while (root.size() < size) {
      home.entries(root.size(), (int) Math.min(BATCH, size - root.size()))
          .forEach(entry -> root.add(Merkle.leaf(entry)));
    }
    return root.root();
  }
}
