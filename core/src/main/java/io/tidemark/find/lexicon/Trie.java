package io.tidemark.find.lexicon;

import java.util.Arrays;
import java.util.List;

/**
 * Which entries begin at a place of a text, in one step for each character. A step is a look into
 * an open hash table, whose cells hold the node (20 bits), the character (16) and the next node
 * (20). Immutable.
 */
final class Trie {
  /** No such node, no such entry. */
  static final int NONE = -1;

  private static final int NODE_BITS = 20;
  private static final long KEY = (1L << NODE_BITS + 16) - 1;

  private final int[] roots = new int[1 << 16];
  private final long[] cells;
  private final int shift;
  private int[] entries;
  private int nodes;

  Trie(List<String> words) {
    int bits = 4;
    int characters = words.stream().mapToInt(String::length).sum();
    while (1 << bits < characters) {
      bits++;
    }
    shift = Long.SIZE - bits;
    cells = new long[1 << bits];
    entries = new int[words.size() + 16];
    Arrays.fill(roots, NONE);
    Arrays.fill(cells, NONE);
    for (int i = 0; i < words.size(); i++) {
      add(words.get(i), i);
    }
    entries = Arrays.copyOf(entries, nodes);
  }

  private void add(String word, int entry) {
    int node = roots[word.charAt(0)];
    if (node == NONE) {
      node = node();
      roots[word.charAt(0)] = node;
    }
    for (int i = 1; i < word.length(); i++) {
      int next = next(node, word.charAt(i));
      if (next == NONE) {
        next = node();
        long key = key(node, word.charAt(i));
        cells[free(key)] = (long) next << NODE_BITS + 16 | key;
      }
      node = next;
    }
    entries[node] = entry;
  }

  private int node() {
    if (nodes == 1 << NODE_BITS) {
      throw new IllegalStateException("the lexicon has too many entries");
    }
    if (nodes == entries.length) {
      entries = Arrays.copyOf(entries, nodes * 2);
    }
    entries[nodes] = NONE;
    return nodes++;
  }

  private int free(long key) {
    int at = slot(key);
    while (cells[at] != NONE) {
      at = at + 1 & cells.length - 1;
    }
    return at;
  }

  /** The node of a first character. */
  int first(char c) {
    return roots[c];
  }

  /** The node behind another, or {@link #NONE}. */
  int next(int node, char c) {
    long key = key(node, c);
    int at = slot(key);
    for (long cell = cells[at]; cell != NONE; cell = cells[at]) {
      if ((cell & KEY) == key) {
        return (int) (cell >>> NODE_BITS + 16);
      }
      at = at + 1 & cells.length - 1;
    }
    return NONE;
  }

  /** The entry that ends at a node, or {@link #NONE}. */
  int entry(int node) {
    return entries[node];
  }

  private static long key(int node, char c) {
    return (long) node << 16 | c;
  }

  /** Fibonacci hashing (Knuth, vol. 3, 6.4). */
  private int slot(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
  }
}
