package io.tidemark.store.history;

import io.tidemark.history.Head;
import io.tidemark.history.OwnerSecret;
import io.tidemark.store.records.CopyIn;
import io.tidemark.store.register.Sql;
import io.tidemark.terms.Digest;
import io.tidemark.vault.HistorySecrets;
import io.tidemark.vault.Salt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds a range of entries to the chains of those whom they concern, in one transaction. */
final class Folding {
  private static final int BATCH = 10_000;

  /** Those who are concerned, with the head that counts or, before the first, the salt. */
  private static final String CONCERNED =
      """
      select c.person, c.entries, h.map_key, h.events, h.link, p.salt
        from (select person, array_agg(distinct entry order by entry) as entries
                from concerned group by person) c
        left join lateral (select map_key, events, link from history_head h
                            where h.person = c.person and h.root <= ?
                            order by h.root desc limit 1) h on true
        left join person p on p.key = c.person and h.map_key is null
       order by c.person
      """;

  private final Connection connection;
  private final HistorySecrets secrets;
  private final EventDigests digests;

  Folding(Connection connection, HistorySecrets secrets) {
    this.connection = connection;
    this.secrets = secrets;
    this.digests = new EventDigests(connection);
  }

  /** A person's chain before these entries. */
  record Chained(UUID person, Digest key, Head before, List<Long> entries) {}

  /** Takes a batch of people, in the order of their keys. */
  interface Batch {
    void take(List<Chained> people) throws SQLException;
  }

  /** Writes the heads of root {@code root}, which follows on those before it. */
  void fold(long root, long from, long before) throws SQLException {
    Sql.run(connection, "delete from history_head where root >= ?", root);
    Sql.run(connection, "delete from history_node where root >= ?", root);
    Sql.run(connection, "delete from history_event where root >= ?", root);
    Sql.roomToSort(connection);
    new Concerned(connection).gather(from, before);
    each(root - 1, people -> write(root, people));
  }

  /** Tells of everybody who is concerned, with the heads that root {@code counts} left. */
  void each(long counts, Batch batch) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CONCERNED)) {
      select.setFetchSize(BATCH);
      select.setLong(1, counts);
      List<Chained> people = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Chained chained = chained(rows);
          if (chained != null) {
            people.add(chained);
          }
          if (people.size() == BATCH) {
            batch.take(people);
            people.clear();
          }
        }
      }
      batch.take(people);
    }
  }

  /** Whoever was erased before anything was folded has no place in the map. */
  private @Nullable Chained chained(ResultSet row) throws SQLException {
    UUID person = row.getObject(1, UUID.class);
    List<Long> entries = Arrays.asList((Long[]) row.getArray(2).getArray());
    byte[] key = row.getBytes(3);
    if (key != null) {
      Head head = new Head(row.getLong(4), Digest.of(row.getBytes(5)));
      return new Chained(person, Digest.of(key), head, entries);
    }
    byte[] salt = row.getBytes(6);
    if (salt == null) {
      return null;
    }
    OwnerSecret secret = new OwnerSecret(secrets.of(Salt.of(salt)));
    return new Chained(person, secret.mapKey(), Head.start(secret), entries);
  }

  /** The head after the person's entries. */
  Head after(Chained person) throws SQLException {
    Head head = person.before();
    for (long entry : person.entries()) {
      head = head.after(digests.of(entry));
    }
    return head;
  }

  /** Makes known what the entries of these people tell. */
  void learn(List<Chained> people) throws SQLException {
    digests.learn(
        people.stream().flatMap(one -> one.entries().stream()).collect(Collectors.toSet()));
  }

  private void write(long root, List<Chained> people) throws SQLException {
    learn(people);
    try (CopyIn heads =
        new CopyIn(connection, "history_head (map_key, root, person, events, link)")) {
      for (Chained one : people) {
        Head head = after(one);
        heads.row(one.key().bytes(), root, one.person(), head.events(), head.link().bytes());
      }
    }
    try (CopyIn events = new CopyIn(connection, "history_event (person, root, entries)")) {
      for (Chained one : people) {
        events.row(one.person(), root, array(one.entries()));
      }
    }
  }

  private static String array(List<Long> entries) {
    return entries.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
