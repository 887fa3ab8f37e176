package io.tidemark.store.history;

import io.tidemark.history.Head;
import io.tidemark.history.Histories;
import io.tidemark.history.PublishedRoot;
import io.tidemark.history.Subtree;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import io.tidemark.vault.HistorySecrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an auditor with the home at hand computes anew: from everything that was recorded, all
 * heads; from the heads, the map's root; and whether the ledger's entries say the same. Of an
 * erased person only the head is left, and nobody can compute it again.
 */
final class Recount {
  /** After so many, a fault is counted and not told. */
  private static final int TOLD = 20;

  private final Connection connection;
  private final HistorySecrets secrets;
  private final List<Words> faults = new ArrayList<>();
  private long more;

  Recount(Connection connection, HistorySecrets secrets) {
    this.connection = connection;
    this.secrets = secrets;
  }

  List<Words> faults() throws SQLException {
    Histories.Current current = PostgresHistories.current(connection);
    roots();
    heads(current.root());
    map(current.root());
    if (more > 0) {
      faults.add(new Words("另有 " + more + " 处", more + " faults more"));
    }
    return faults;
  }

  private void add(String zh, String en) {
    if (faults.size() < TOLD) {
      faults.add(new Words(zh, en));
    } else {
      more++;
    }
  }

  /** Each root's entry says what its row says. */
  private void roots() throws SQLException {
    String sql =
        "select r.number, r.people, r.root, r.entries, r.entry, e.body from history_root r"
            + " left join ledger_entry e on e.index = r.entry order by r.number";
    long number = 0;
    long previous = -1;
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        number++;
        PublishedRoot kept =
            new PublishedRoot(
                rows.getLong(1),
                rows.getLong(2),
                Digest.of(rows.getBytes(3)),
                rows.getLong(4),
                previous);
        previous = rows.getLong(5);
        if (kept.number() != number || !says(rows.getBytes(6), kept)) {
          add(
              "历史根 " + number + " 与账目 " + previous + " 不一致",
              "history root " + number + " is not the one that entry " + previous + " says");
        }
      }
    }
  }

  private static boolean says(byte[] entry, PublishedRoot root) {
    try {
      return entry != null && PublishedRoot.of(Entry.parse(entry)).equals(root);
    } catch (Entry.BadEntry | LedgerException e) {
      return false;
    }
  }

  /** Everybody's head is the one over all that concerned them. */
  private void heads(PublishedRoot root) throws SQLException {
    new Concerned(connection).gather(0, root.entries());
    Folding folding = new Folding(connection, secrets);
    long[] people = {0};
    folding.each(
        0,
        batch -> {
          folding.learn(batch);
          people[0] += batch.size();
          compare(root.number(), folding, batch);
        });
    long kept = kept(root.number());
    if (kept != people[0]) {
      add(
          "映射中有 " + kept + " 位未删除者，而账目涉及 " + people[0] + " 人",
          kept + " people who were not erased stand in the map, entries concern " + people[0]);
    }
  }

  private void compare(long number, Folding folding, List<Folding.Chained> batch)
      throws SQLException {
    Map<UUID, List<Object>> kept = new HashMap<>();
    String sql =
        "select distinct on (person) person, map_key, events, link from history_head"
            + " where person = any(?) and root <= ? order by person, root desc";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(
          1,
          connection.createArrayOf("uuid", batch.stream().map(Folding.Chained::person).toArray()));
      select.setLong(2, number);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Head head = new Head(rows.getLong(3), Digest.of(rows.getBytes(4)));
          kept.put(rows.getObject(1, UUID.class), List.of(Digest.of(rows.getBytes(2)), head));
        }
      }
    }
    for (Folding.Chained one : batch) {
      if (!List.of(one.key(), folding.after(one)).equals(kept.get(one.person()))) {
        add(
            "键 " + one.key() + " 的链头与账目不符：有记录被遗漏、增添或改动",
            "the head under key "
                + one.key()
                + " is not that of the entries: one was left out, added or altered");
      }
    }
  }

  private long kept(long number) throws SQLException {
    String sql =
        "select count(distinct h.map_key) from history_head h join person p on p.key = h.person"
            + " where h.root <= ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, number);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** All heads give the root. */
  private void map(PublishedRoot root) throws SQLException {
    Nodes nodes = new Nodes(connection, root.number());
    Subtree[] parts = new Subtree[1 << Nodes.UPPER];
    for (int part = 0; part < parts.length; part++) {
      parts[part] = Subtree.of(nodes.leaves(Nodes.UPPER, part), Nodes.UPPER);
    }
    if (!Nodes.over(parts, 0, parts.length).equals(new Subtree(root.root(), root.people()))) {
      add(
          "全部链头算出的根与已发布的历史根 " + root.number() + " 不同",
          "all heads together give another root than the published one, number " + root.number());
    }
  }
}
