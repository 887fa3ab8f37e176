package io.tidemark.store.tiles;

import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.EntryBundle;
import io.tidemark.ledger.HashReader;
import io.tidemark.ledger.InclusionProof;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.LogProof;
import io.tidemark.ledger.Merkle;
import io.tidemark.ledger.SignedNote;
import io.tidemark.ledger.Tile;
import io.tidemark.ledger.TileEdge;
import io.tidemark.ledger.TiledHashReader;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A log's directory, laid exactly as C2SP tlog-tiles publishes it: {@code checkpoint}, {@code
 * tile/…}, {@code tile/entries/…}. Any web server can serve it as it lies.
 *
 * <p>One writer at a time, over all processes: the caller sees to it. Readers may run beside the
 * writer. Every method reads the disk anew and holds no more than a few tiles.
 */
public final class TileFiles {
  private static final Pattern NAMED =
      Pattern.compile(
          "tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/(x[0-9]{3}/){0,5}[0-9]{3}(\\.p/[1-9][0-9]{0,2})?");

  private final LogFolder folder;
  private final VerifierKey log;
  private volatile @Nullable Verified newest;

  /**
   * The log that {@code log} signs, in {@code directory}, which the first write makes with mode
   * 0700.
   */
  public TileFiles(Path directory, VerifierKey log) {
    this.folder = new LogFolder(directory.toAbsolutePath());
    this.log = log;
  }

  /** A head whose signature was verified: the same bytes need no second look. */
  private record Verified(byte[] note, Checkpoint head) {}

  private Checkpoint verified(SignedNote note) throws LedgerException {
    Verified last = newest;
    byte[] bytes = note.bytes();
    if (last != null && Arrays.equals(last.note(), bytes)) {
      return last.head();
    }
    Checkpoint head = Checkpoint.open(note, log);
    newest = new Verified(bytes, head);
    return head;
  }

  /**
   * Writes entries at {@code first} and the following indices, with their hashes, durably. They are
   * not published before {@link #publish}. Writing the same entries again changes nothing and mends
   * files lost since; partial files of older sizes go when the full file is there.
   *
   * @param first where the log continues: at most {@link #sizeOnDisk}
   * @param entries at most 65,535 bytes each; what one call takes is held in memory
   * @throws TileFault when other bytes stand where these belong, or what precedes them is missing
   *     or does not lead to the published root; nothing of the old is overwritten
   */
  public void append(long first, List<byte[]> entries) throws IOException {
    try (TileWriter writer = new TileWriter(folder)) {
      TileEdge edge = TileEdge.of(folder, first);
      Checkpoint published = published();
      if (published != null && published.size() == first) {
        sameRoot(published, edge.root());
      }
      writer.entries(first, entries);
      for (byte[] entry : entries) {
        edge.add(Merkle.leaf(entry), writer::tile);
      }
      edge.partials(writer::tile);
    }
  }

  /**
   * Makes this the log's head, atomically and durably: the last step of a growth.
   *
   * @throws LedgerException when the log did not sign it
   * @throws TileFault when the tiles do not lead to its root, or it would take the log back
   */
  public void publish(SignedNote signed) throws IOException, LedgerException {
    Checkpoint head = verified(signed);
    Checkpoint before = published();
    if (before != null && head.size() < before.size()) {
      throw new TileFault(
          LogFolder.CHECKPOINT, "size " + head.size() + " comes after " + before.size());
    }
    sameRoot(head, rootOnDisk(head.size()));
    try (DurableFiles files = new DurableFiles(folder.root())) {
      files.write(LogFolder.CHECKPOINT, signed.bytes());
    }
  }

  private static void sameRoot(Checkpoint head, Digest found) throws TileFault {
    if (!head.root().equals(found)) {
      throw new TileFault(
          LogFolder.CHECKPOINT,
          "root " + head.root() + " at size " + head.size() + ", but the tiles lead to " + found);
    }
  }

  /** The root at {@code size} as the tiles give it: what a new checkpoint says. */
  public Digest rootOnDisk(long size) throws IOException {
    return TileEdge.of(folder, size).root();
  }

  /** The published signed head, or null before the first; {@link #published} checks it. */
  public @Nullable SignedNote checkpoint() throws IOException {
    if (!folder.has(LogFolder.CHECKPOINT)) {
      return null;
    }
    try {
      return SignedNote.parse(folder.bytes(LogFolder.CHECKPOINT));
    } catch (LedgerException e) {
      throw new TileFault(LogFolder.CHECKPOINT, e);
    }
  }

  /** The published head, its signature verified, or null before the first. */
  public @Nullable Checkpoint published() throws IOException {
    SignedNote note = checkpoint();
    try {
      return note == null ? null : verified(note);
    } catch (LedgerException e) {
      throw new TileFault(LogFolder.CHECKPOINT, e);
    }
  }

  /** Entries that the published head speaks of; 0 before the first. */
  public long publishedSize() throws IOException {
    Checkpoint published = published();
    return published == null ? 0 : published.size();
  }

  /**
   * Entries of which anything on disk speaks: a bundle, a hash or the checkpoint. More than the
   * database has means that the database was set back: do not start.
   */
  public long sizeOnDisk() throws IOException {
    return Math.max(folder.size(), publishedSize());
  }

  /**
   * The published entry at {@code index}.
   *
   * @throws IndexOutOfBoundsException when the log has no such entry
   */
  public byte[] entry(long index) throws IOException {
    long size = publishedSize();
    Objects.checkIndex(index, size);
    int width = (int) Math.min(Tile.FULL, size - index / Tile.FULL * Tile.FULL);
    EntryBundle bundle = new EntryBundle(index / Tile.FULL, width);
    return folder.read(bundle).get((int) (index % Tile.FULL));
  }

  /** At most {@code most} published entries from index {@code from} on, held in memory. */
  public List<byte[]> entries(long from, int most) throws IOException {
    long end = Math.min(publishedSize(), from + most);
    List<byte[]> entries = new ArrayList<>();
    for (long at = from; at < end; at = from + entries.size()) {
      long first = at / Tile.FULL * Tile.FULL;
      int width = (int) Math.min(Tile.FULL, end - first);
      List<byte[]> bundle = folder.read(new EntryBundle(at / Tile.FULL, width));
      entries.addAll(bundle.subList((int) (at - first), width));
    }
    return entries;
  }

  /**
   * The bytes of a tile or bundle by its path as C2SP tlog-tiles writes it, or nothing when there
   * is no such file; nothing else can be named. Files that are not published yet are not told
   * apart.
   */
  public Optional<byte[]> file(String path) throws IOException {
    return NAMED.matcher(path).matches() && folder.has(path)
        ? Optional.of(folder.bytes(path))
        : Optional.empty();
  }

  /** Reads hashes of the log of {@code size} entries, for proofs; make one per proof. */
  public HashReader hashes(long size) {
    return new TiledHashReader(folder, size);
  }

  /**
   * A proof that the published log holds its entry at {@code index}, verified before it is given.
   *
   * @throws IndexOutOfBoundsException when the log has no such entry
   * @throws LedgerException when the files are damaged, so that no proof can be given
   */
  public LogProof prove(long index) throws IOException, LedgerException {
    byte[] entry = entry(index);
    SignedNote note = checkpoint();
    if (note == null) {
      throw new TileFault(LogFolder.CHECKPOINT, "is missing");
    }
    long size = verified(note).size();
    LogProof proof = new LogProof(InclusionProof.of(hashes(size), index, size), note);
    proof.verify(entry, log);
    return proof;
  }

  /**
   * Reads every file and recomputes every hash from the entries up to the published root; each
   * fault is told as it is found, and the reading goes on. Constant memory.
   *
   * @param witnesses whose cosignatures the checkpoint must carry
   */
  public Fsck fsck(Collection<VerifierKey> witnesses, Consumer<Fault> faults) throws IOException {
    return new Examination(folder, log, faults).run(new ArrayList<>(witnesses));
  }
}
