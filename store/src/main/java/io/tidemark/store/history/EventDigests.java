package io.tidemark.store.history;

import io.tidemark.history.Event;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What entries tell people, read once each. One thread uses it. */
final class EventDigests {
  private final Connection connection;
  private final Map<Long, Digest> known = new HashMap<>();

  EventDigests(Connection connection) {
    this.connection = connection;
  }

  /** Makes those of these entries known. */
  void learn(Collection<Long> entries) throws SQLException {
    Set<Long> wanted = new HashSet<>(entries);
    wanted.removeAll(known.keySet());
    if (!wanted.isEmpty()) {
      events(connection, wanted).forEach(event -> known.put(event.entry(), event.digest()));
    }
  }

  /** The digest of a known one. */
  Digest of(long entry) throws SQLException {
    Digest digest = known.get(entry);
    if (digest == null) {
      throw new SQLException("entry " + entry + " is missing: run ledger fsck");
    }
    return digest;
  }

  /** What these entries tell, in their order. */
  static List<Event> events(Connection connection, Collection<Long> entries) throws SQLException {
    List<Event> events = new ArrayList<>(entries.size());
    try (PreparedStatement select =
        connection.prepareStatement(
            "select index, body from ledger_entry where index = any(?) order by index")) {
      select.setArray(1, connection.createArrayOf("bigint", entries.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(Event.of(rows.getLong(1), Entry.parse(rows.getBytes(2))));
        }
      }
    } catch (Entry.BadEntry e) {
      throw new SQLException("an entry is damaged: run ledger fsck", e);
    }
    return events;
  }
}
