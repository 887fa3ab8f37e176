package io.tidemark.history;

import io.tidemark.ledger.LedgerException;
import io.tidemark.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where the way of one key through the map ends: at the key's own leaf, at somebody else's, or at
 * an empty part. The way is fixed by the key, and leaves, nodes and empty parts never have one
 * hash, so that under one root a key is present with one value or absent, never both (Dahlberg,
 * Pulls and Peeters, "Efficient Sparse Merkle Trees", NordSec 2016, for what compact proofs may
 * leave out).
 *
 * @param beside the hash beside the way at each depth, from the root down; that of the empty part
 *     where there is one
 * @param end the leaf at the way's end, or nothing where the part is empty
 */
public record MapProof(List<Digest> beside, Optional<Leaf> end) {
  /** Bits of a key. */
  public static final int DEEPEST = 256;

  private static final int EMPTY_END = 0;
  private static final int LEAF_END = 1;

  /** Refuses a way that is longer than a key. */
  public MapProof {
    if (beside.size() > DEEPEST) {
      throw new IllegalArgumentException("a way has at most 256 steps, not " + beside.size());
    }
    beside = List.copyOf(beside);
  }

  /**
   * The proof of a key.
   *
   * @param above the hashes beside the way down to this part of the map, from the root
   * @param leaves the leaves of the part, in ascending order of keys, which agree with the key in
   *     as many bits as there are hashes above; at least two, or the whole map: a lone leaf moves
   *     up
   */
  public static MapProof of(Digest key, List<Digest> above, List<Leaf> leaves) {
    if (leaves.size() < 2 && !above.isEmpty()) {
      throw new IllegalArgumentException("a part of one leaf or none is proved from higher up");
    }
    List<Digest> beside = new ArrayList<>(above);
    List<Leaf> part = leaves;
    while (part.size() > 1) {
      int depth = beside.size();
      int middle = Subtree.middle(part, depth);
      List<Leaf> left = part.subList(0, middle);
      List<Leaf> right = part.subList(middle, part.size());
      boolean toRight = Leaf.right(key.bytes(), depth);
      beside.add(Subtree.of(toRight ? left : right, depth + 1).hash());
      part = toRight ? right : left;
    }
    return new MapProof(beside, part.stream().findFirst());
  }

  /** Checks that {@code head} stands under {@code key} in the map with this root. */
  public void present(Digest key, Head head, Digest root) throws LedgerException {
    Leaf leaf =
        end.orElseThrow(() -> new LedgerException("the way of the key ends at an empty part"));
    if (!leaf.key().equals(key)) {
      throw new LedgerException("the way of the key ends at the leaf of another");
    }
    if (!leaf.value().equals(head.value())) {
      throw new LedgerException("another head stands under the key");
    }
    climb(key, root);
  }

  /** Checks that nothing stands under {@code key} in the map with this root. */
  public void absent(Digest key, Digest root) throws LedgerException {
    if (end.filter(leaf -> leaf.key().equals(key)).isPresent()) {
      throw new LedgerException("a head stands under the key");
    }
    climb(key, root);
  }

  private void climb(Digest key, Digest root) throws LedgerException {
    byte[] bits = key.bytes();
    if (!beside.isEmpty() && beside.get(beside.size() - 1).equals(Subtree.EMPTY.hash())) {
      throw new LedgerException("the way goes on below a part of one leaf or none");
    }
    Digest hash = end.map(Leaf::hash).orElse(Subtree.EMPTY.hash());
    for (int depth = beside.size() - 1; depth >= 0; depth--) {
      Digest other = beside.get(depth);
      hash = Leaf.right(bits, depth) ? Subtree.node(other, hash) : Subtree.node(hash, other);
      if (end.isPresent() && !agrees(end.get().key().bytes(), bits, depth)) {
        throw new LedgerException("the leaf at the way's end does not belong there");
      }
    }
    if (!hash.equals(root)) {
      throw new LedgerException("the way leads to another root");
    }
  }

  private static boolean agrees(byte[] one, byte[] other, int depth) {
    return Leaf.right(one, depth) == Leaf.right(other, depth);
  }

  /**
   * The proof's bytes: two bytes of depth (big-endian); a bit for each step from the root down,
   * highest first, set where a hash follows and not where the part beside is empty, padded with
   * zeroes to a byte; those hashes; then a byte 0, or a byte 1, key and value of the leaf.
   */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(2).putShort((short) beside.size()).array());
    byte[] given = new byte[(beside.size() + 7) / 8];
    for (int i = 0; i < beside.size(); i++) {
      if (!beside.get(i).equals(Subtree.EMPTY.hash())) {
        given[i >> 3] |= (byte) (0x80 >> (i & 7));
      }
    }
    out.writeBytes(given);
    beside.stream()
        .filter(hash -> !hash.equals(Subtree.EMPTY.hash()))
        .forEach(hash -> out.writeBytes(hash.bytes()));
    out.write(end.isPresent() ? LEAF_END : EMPTY_END);
    end.ifPresent(
        leaf -> {
          out.writeBytes(leaf.key().bytes());
          out.writeBytes(leaf.value().bytes());
        });
    return out.toByteArray();
  }

  /** Reads {@link #bytes} strictly: one proof has one spelling. */
  public static MapProof parse(byte[] bytes) throws LedgerException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      int depth = Short.toUnsignedInt(in.getShort());
      if (depth > DEEPEST) {
        throw new LedgerException("a way has at most 256 steps, not " + depth);
      }
      byte[] given = new byte[(depth + 7) / 8];
      in.get(given);
      List<Digest> beside = new ArrayList<>(Collections.nCopies(depth, Subtree.EMPTY.hash()));
      for (int i = 0; i < depth; i++) {
        if (Leaf.right(given, i)) {
          beside.set(i, digest(in));
        }
      }
      int end = in.get();
      Optional<Leaf> leaf =
          end == LEAF_END ? Optional.of(new Leaf(digest(in), digest(in))) : Optional.empty();
      MapProof proof = new MapProof(beside, leaf);
      if (!Arrays.equals(proof.bytes(), bytes)) {
        throw new LedgerException("expected a map proof in the one form that Tidemark writes");
      }
      return proof;
    } catch (BufferUnderflowException e) {
      throw new LedgerException("a map proof ends too early", e);
    }
  }

  private static Digest digest(ByteBuffer in) {
    byte[] hash = new byte[Digest.SIZE];
    in.get(hash);
    return Digest.of(hash);
  }
}
