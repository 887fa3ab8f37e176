package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.util.List;
import java.util.stream.IntStream;

/** Small trees for tests, and RFC 9162's definition of a root, word by word. */
final class Trees {
  private Trees() {}

  static List<Digest> leaves(int count) {
    return IntStream.range(0, count).mapToObj(i -> Merkle.leaf(entry(i))).toList();
  }

  static byte[] entry(int index) {
    return ("entry " + index + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  static Digest root(List<Digest> leaves) {
    if (leaves.isEmpty()) {
      return Merkle.EMPTY;
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = 1;
    while (k * 2 < leaves.size()) {
      k *= 2;
    }
    return Merkle.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  static Digest changed(Digest hash, int bit) {
    byte[] bytes = hash.bytes();
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
    return Digest.of(bytes);
  }
}
