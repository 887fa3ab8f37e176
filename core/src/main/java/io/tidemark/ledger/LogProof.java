package io.tidemark.ledger;

import com.google.crypto.tink.util.Bytes;
import io.tidemark.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that proves offline that an entry is in a log (C2SP tlog-proof, kept as {@code
 * .tlog-proof}). It needs nothing but the entry's bytes and the log's key.
 *
 * @param extra bytes for the application, covered by no signature; empty when there are none
 * @param index the entry's place in the log, from 0
 * @param path the inclusion path, lowest hash first
 * @param checkpoint the signed head that the path leads to
 */
public record LogProof(Bytes extra, long index, List<Digest> path, SignedNote checkpoint) {
  /** The largest proof file that is read, in bytes. */
  public static final int MAX_BYTES = 2 * SignedNote.MAX_BYTES;

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int LONGEST_PATH = 63;

  /** Refuses a negative index. */
  public LogProof {
    if (index < 0) {
      throw new IllegalArgumentException("an index is at least 0, not " + index);
    }
    path = List.copyOf(path);
  }

  /** A proof without extra bytes. */
  public LogProof(InclusionProof inclusion, SignedNote checkpoint) {
    this(Bytes.copyFrom(new byte[0]), inclusion.index(), inclusion.path(), checkpoint);
  }

  /** Reads a proof file from outside; every byte must be as this format writes it. */
  public static LogProof parse(byte[] bytes) throws LedgerException {
    if (bytes.length > MAX_BYTES) {
      throw new LedgerException("a proof has at most " + MAX_BYTES + " bytes, not " + bytes.length);
    }
    String file = Strict.utf8(bytes);
    int blank = file.indexOf("\n\n");
    if (blank < 0) {
      throw new LedgerException("expected a proof, an empty line and a checkpoint");
    }
    String note = file.substring(blank + 2);
    SignedNote checkpoint = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    return parse(List.of(file.substring(0, blank).split("\n", -1)), checkpoint);
  }

  private static LogProof parse(List<String> lines, SignedNote checkpoint) throws LedgerException {
    boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
    int indexLine = hasExtra ? 2 : 1;
    if (!lines.get(0).equals(HEADER) || lines.size() <= indexLine) {
      throw new LedgerException("expected the line " + HEADER + " and an index");
    }
    byte[] extra = hasExtra ? Strict.base64(lines.get(1).substring(EXTRA.length())) : new byte[0];
    if (hasExtra && extra.length == 0) {
      throw new LedgerException("expected no extra line where there are no extra bytes");
    }
    long index = Strict.decimal(Strict.after(INDEX, lines.get(indexLine)));
    List<String> hashes = lines.subList(indexLine + 1, lines.size());
    return new LogProof(Bytes.copyFrom(extra), index, path(hashes), checkpoint);
  }

  private static List<Digest> path(List<String> lines) throws LedgerException {
    if (lines.size() > LONGEST_PATH) {
      throw new LedgerException("a path has at most " + LONGEST_PATH + " hashes");
    }
    List<Digest> path = new ArrayList<>();
    for (String line : lines) {
      path.add(Strict.digest(line));
    }
    return path;
  }

  /** The proof file's bytes. */
  public byte[] bytes() {
    StringBuilder file = new StringBuilder(HEADER).append('\n');
    if (extra.size() > 0) {
      file.append(EXTRA).append(Strict.base64(extra.toByteArray())).append('\n');
    }
    file.append(INDEX).append(index).append('\n');
    path.forEach(hash -> file.append(Strict.base64(hash.bytes())).append('\n'));
    file.append('\n').append(new String(checkpoint.bytes(), StandardCharsets.UTF_8));
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Checks, with nothing else at hand, that {@code log} signed a head under which {@code entry}
   * stands at {@link #index}; returns that head. Witnesses are asked separately: {@link
   * Cosignature#require}.
   */
  public Checkpoint verify(byte[] entry, VerifierKey log) throws LedgerException {
    Checkpoint head = Checkpoint.open(checkpoint, log);
    if (index >= head.size()) {
      throw new LedgerException("index " + index + " is not in a log of size " + head.size());
    }
    new InclusionProof(index, head.size(), path).verify(Merkle.leaf(entry), head.root());
    return head;
  }
}
