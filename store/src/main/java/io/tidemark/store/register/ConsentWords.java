package io.tidemark.store.register;

import io.tidemark.rights.ConsentRule;
import io.tidemark.rights.ConsentsRecorded;
import io.tidemark.rights.Ground;
import io.tidemark.rights.Statement;
import io.tidemark.rights.Will;
import io.tidemark.rights.notice.Openings;
import io.tidemark.store.register.ConsentSets.Change;
import io.tidemark.store.register.ConsentSets.Key;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/** Writes what people said within the transaction of its entry, and from then on it counts. */
final class ConsentWords {
  private ConsentWords() {}

  /** One person and one purpose. */
  private record Of(UUID person, String purpose) {}

  static void write(Connection connection, long index, ConsentsRecorded recorded)
      throws SQLException {
    history(connection, index, recorded);
    Set<UUID> people =
        recorded.spoken().stream().map(ConsentsRecorded.Spoken::person).collect(Collectors.toSet());
    Map<Of, Will> before = wills(connection, people);
    Map<Of, Will> after = new LinkedHashMap<>();
    for (ConsentsRecorded.Spoken one : recorded.spoken()) {
      Of of = new Of(one.person(), one.statement().purpose());
      Will will = after.getOrDefault(of, before.getOrDefault(of, Will.SILENT));
      after.put(of, will.after(one.statement()));
    }
    stands(connection, after);
    sets(connection, people, before, after);
    notices(connection, index, recorded.openings(), after);
  }

  /** Those of words that count now: a consent that was given later may stand against one. */
  private static void notices(
      Connection connection, long index, Openings openings, Map<Of, Will> after)
      throws SQLException {
    NoticeChanges.requireAsRead(connection, openings);
    NoticeChanges.open(
        connection,
        index,
        openings.notices().stream()
            .filter(
                one ->
                    after
                        .getOrDefault(
                            new Of(one.person().orElseThrow(), one.purpose().orElseThrow()),
                            Will.SILENT)
                        .leavesOut(one.party(), ConsentRule.OBJECTION))
            .toList());
  }

  private static void history(Connection connection, long index, ConsentsRecorded recorded)
      throws SQLException {
    for (String text :
        recorded.spoken().stream()
            .map(one -> one.statement().ground().text())
            .collect(Collectors.toSet())) {
      Sql.run(
          connection,
          "insert into consent_text (digest, body) values (?, ?) on conflict do nothing",
          Digest.sha256(text).bytes(),
          text);
    }
    String sql =
        "insert into consent (id, person, word, purpose, party, at, channel, notice, text, recorder, recorded, entry)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (ConsentsRecorded.Spoken one : recorded.spoken()) {
        Statement statement = one.statement();
        Ground ground = statement.ground();
        insert.setString(1, one.id().text());
        insert.setObject(2, one.person());
        insert.setString(3, statement.word().name());
        insert.setString(4, statement.purpose());
        insert.setString(5, statement.recipient().orElse(Will.ANYBODY));
        insert.setObject(6, statement.at().atOffset(ZoneOffset.UTC));
        insert.setString(7, ground.channel());
        insert.setString(8, ground.notice());
        insert.setBytes(9, Digest.sha256(ground.text()).bytes());
        insert.setString(10, recorded.recorder());
        insert.setObject(11, recorded.recorded().atOffset(ZoneOffset.UTC));
        insert.setLong(12, index);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Map<Of, Will> wills(Connection connection, Set<UUID> people) throws SQLException {
    Map<Of, Map<String, Will.Said>> said = new HashMap<>();
    String sql = "select person, purpose, party, yes, at from consent_stand where person = any(?)";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("uuid", people.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          said.computeIfAbsent(
                  new Of(rows.getObject(1, UUID.class), rows.getString(2)), none -> new HashMap<>())
              .put(
                  rows.getString(3),
                  new Will.Said(
                      rows.getBoolean(4), rows.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
    }
    Map<Of, Will> wills = new HashMap<>();
    said.forEach((of, each) -> wills.put(of, new Will(each)));
    return wills;
  }

  private static void stands(Connection connection, Map<Of, Will> wills) throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement(
                "delete from consent_stand where person = ? and purpose = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into consent_stand (person, purpose, party, yes, at) values (?, ?, ?, ?, ?)")) {
      for (Map.Entry<Of, Will> will : wills.entrySet()) {
        delete.setObject(1, will.getKey().person());
        delete.setString(2, will.getKey().purpose());
        delete.addBatch();
        for (Map.Entry<String, Will.Said> said : will.getValue().said().entrySet()) {
          insert.setObject(1, will.getKey().person());
          insert.setString(2, will.getKey().purpose());
          insert.setString(3, said.getKey());
          insert.setBoolean(4, said.getValue().yes());
          insert.setObject(5, said.getValue().at().atOffset(ZoneOffset.UTC));
          insert.addBatch();
        }
      }
      delete.executeBatch();
      insert.executeBatch();
    }
  }

  private static void sets(
      Connection connection, Set<UUID> people, Map<Of, Will> before, Map<Of, Will> after)
      throws SQLException {
    Map<UUID, RoaringBitmap> records = records(connection, people);
    for (String purpose : after.keySet().stream().map(Of::purpose).collect(Collectors.toSet())) {
      RoaringBitmap touched = new RoaringBitmap();
      Set<String> parties = new HashSet<>();
      Map<Key, Change> changes = new HashMap<>();
      for (Map.Entry<Of, Will> will : after.entrySet()) {
        if (will.getKey().purpose().equals(purpose)) {
          RoaringBitmap own = records.getOrDefault(will.getKey().person(), new RoaringBitmap());
          touched.or(own);
          parties.addAll(before.getOrDefault(will.getKey(), Will.SILENT).said().keySet());
          will.getValue()
              .said()
              .forEach(
                  (party, said) -> {
                    Change change =
                        changes.computeIfAbsent(new Key(purpose, party), none -> new Change());
                    (said.yes() ? change.yes() : change.no()).or(own);
                  });
        }
      }
      parties.forEach(party -> changes.putIfAbsent(new Key(purpose, party), new Change()));
      ConsentSets.apply(connection, touched, changes);
    }
  }

  private static Map<UUID, RoaringBitmap> records(Connection connection, Set<UUID> people)
      throws SQLException {
    Map<UUID, RoaringBitmap> records = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("select person, id from record where person = any(?)")) {
      select.setArray(1, connection.createArrayOf("uuid", people.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          records
              .computeIfAbsent(rows.getObject(1, UUID.class), none -> new RoaringBitmap())
              .add(rows.getInt(2));
        }
      }
    }
    return records;
  }
}
