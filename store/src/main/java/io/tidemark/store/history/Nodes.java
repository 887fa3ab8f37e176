package io.tidemark.store.history;

import io.tidemark.history.Head;
import io.tidemark.history.Leaf;
import io.tidemark.history.Subtree;
import io.tidemark.store.register.Sql;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The map's upper nodes as they are kept: those at depth 8 and 16. Everything else is computed from
 * the heads of one part and 256 nodes of each depth.
 */
final class Nodes {
  /** Depths of the kept nodes. */
  static final int UPPER = 8;

  static final int LOWER = 16;

  private static final int PARTS = 1 << UPPER;

  private final Connection connection;
  private final long root;

  /** The nodes as root {@code root} and those before it left them. */
  Nodes(Connection connection, long root) {
    this.connection = connection;
    this.root = root;
  }

  /** Computes the nodes above all heads of this very root; the whole map. */
  Subtree raise() throws SQLException {
    for (int upper : changed()) {
      raise(upper);
    }
    return over(kept(UPPER, 0), 0, PARTS);
  }

  private List<Integer> changed() throws SQLException {
    List<Integer> changed = new ArrayList<>();
    String sql = "select distinct get_byte(map_key, 0) from history_head where root = ? order by 1";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, root);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          changed.add(rows.getInt(1));
        }
      }
    }
    return changed;
  }

  private void raise(int upper) throws SQLException {
    List<Leaf> leaves = leaves(UPPER, upper);
    Subtree[] before = kept(LOWER, upper << UPPER);
    Subtree[] parts = new Subtree[PARTS];
    int from = 0;
    for (int part = 0; part < PARTS; part++) {
      int to = from;
      while (to < leaves.size() && (leaves.get(to).key().bytes()[1] & 0xff) == part) {
        to++;
      }
      parts[part] = Subtree.of(leaves.subList(from, to), LOWER);
      if (!parts[part].equals(before[part])) {
        keep(LOWER, (upper << UPPER) + part, parts[part]);
      }
      from = to;
    }
    keep(UPPER, upper, over(parts, 0, PARTS));
  }

  private void keep(int depth, int prefix, Subtree node) throws SQLException {
    Sql.run(
        connection,
        "insert into history_node (depth, prefix, root, hash, leaves) values (?, ?, ?, ?, ?)",
        depth,
        prefix,
        root,
        node.hash().bytes(),
        node.leaves());
  }

  /** The 256 kept nodes of a depth from this prefix on. */
  Subtree[] kept(int depth, int first) throws SQLException {
    Subtree[] nodes = new Subtree[PARTS];
    Arrays.fill(nodes, Subtree.EMPTY);
    String sql =
        "select distinct on (prefix) prefix, hash, leaves from history_node where depth = ?"
            + " and prefix >= ? and prefix < ? and root <= ? order by prefix, root desc";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, depth);
      select.setInt(2, first);
      select.setInt(3, first + PARTS);
      select.setLong(4, root);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          nodes[rows.getInt(1) - first] = new Subtree(Digest.of(rows.getBytes(2)), rows.getLong(3));
        }
      }
    }
    return nodes;
  }

  /** The node over a range of a power of two. */
  static Subtree over(Subtree[] nodes, int from, int to) {
    if (to - from == 1) {
      return nodes[from];
    }
    int middle = (from + to) >>> 1;
    return Subtree.over(over(nodes, from, middle), over(nodes, middle, to));
  }

  /** The leaves whose keys begin with this prefix of so many bits: 0, 8 or 16. */
  List<Leaf> leaves(int depth, int prefix) throws SQLException {
    List<Leaf> leaves = new ArrayList<>();
    String sql =
        "select distinct on (map_key) map_key, events, link from history_head"
            + " where map_key >= ? and map_key < ? and root <= ? order by map_key, root desc";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(10_000);
      select.setBytes(1, bound(depth, prefix));
      select.setBytes(2, bound(depth, prefix + 1));
      select.setLong(3, root);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Head head = new Head(rows.getLong(2), Digest.of(rows.getBytes(3)));
          leaves.add(new Leaf(Digest.of(rows.getBytes(1)), head.value()));
        }
      }
    }
    return leaves;
  }

  /** The bytes from which keys with this prefix begin; behind all keys after the last one. */
  private static byte[] bound(int depth, int prefix) {
    if (prefix >> depth > 0) {
      byte[] behind = new byte[Digest.SIZE + 1];
      Arrays.fill(behind, (byte) 0xff);
      return behind;
    }
    byte[] bound = new byte[depth / 8];
    for (int i = 0; i < bound.length; i++) {
      bound[i] = (byte) (prefix >> (depth - 8 - 8 * i));
    }
    return bound;
  }
}
