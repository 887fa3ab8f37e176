package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hashes in one tile, in order: 1 to 256.
 *
 * @param hashes the hashes, leftmost first
 */
public record TileHashes(List<Digest> hashes) {
  /** Keeps its own copy. */
  public TileHashes {
    hashes = List.copyOf(hashes);
  }

  /** The {@code width} hashes of a tile file. */
  public static TileHashes decode(byte[] bytes, int width) throws LedgerException {
    if (bytes.length != width * Digest.SIZE) {
      throw new LedgerException(
          "a tile of " + width + " hashes has not " + bytes.length + " bytes");
    }
    List<Digest> hashes = new ArrayList<>();
    for (int at = 0; at < width * Digest.SIZE; at += Digest.SIZE) {
      hashes.add(Digest.of(Arrays.copyOfRange(bytes, at, at + Digest.SIZE)));
    }
    return new TileHashes(hashes);
  }

  /** The tile file's bytes. */
  public byte[] encode() {
    byte[] bytes = new byte[hashes.size() * Digest.SIZE];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Digest.SIZE, Digest.SIZE);
    }
    return bytes;
  }

  /** The first {@code width} of them. */
  public TileHashes first(int width) {
    return new TileHashes(hashes.subList(0, width));
  }

  /** The root over hashes {@code from} to {@code to}, the end excluded. */
  public Digest root(int from, int to) {
    RootBuilder subtree = new RootBuilder();
    hashes.subList(from, to).forEach(subtree::add);
    return subtree.root();
  }
}
