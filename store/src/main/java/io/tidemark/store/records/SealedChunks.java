package io.tidemark.store.records;

import io.tidemark.custody.SealedChunk;
import io.tidemark.fingerprint.Offer;
import io.tidemark.store.journal.Change;
import io.tidemark.store.register.ConsentSets;
import io.tidemark.store.register.Sql;
import io.tidemark.vault.SealedRecord;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes a chunk of sealed records within its entry's transaction. Stateless. */
public final class SealedChunks implements Change<SealedChunk> {
  private record Place(long token, int record) {}

  @Override
  public void write(Connection connection, long index, SealedChunk chunk) throws SQLException {
    requireInTime(connection, chunk);
    Map<UUID, Integer> numbers = numbers(connection, chunk.changed());
    people(connection, chunk);
    int next = next(connection);
    try (CopyIn records = new CopyIn(connection, "record (id, key, person, version)")) {
      for (SealedRecord record : chunk.fresh()) {
        numbers.put(record.key(), next);
        records.row(next++, record.key(), record.person(), record.version());
      }
    }
    for (SealedRecord record : chunk.changed()) {
      update(connection, record);
    }
    for (SealedChunk.Overtaken one : chunk.overtaken()) {
      Sql.run(
          connection,
          "update correction set ended = ? where ended is null and field = ?"
              + " and record = (select id from record where key = ?)",
          index,
          one.field().name(),
          one.record());
    }
    List<SealedRecord> all = new ArrayList<>(chunk.fresh());
    all.addAll(chunk.changed());
    versions(connection, index, all, numbers);
    locators(connection, all, numbers);
    Map<Integer, UUID> people = new HashMap<>();
    all.forEach(record -> people.put(number(numbers, record), record.person()));
    ConsentSets.deposited(connection, people);
  }

  /** Entries come one after the other: nothing changes between the question and the commit. */
  private static void requireInTime(Connection connection, SealedChunk chunk) throws SQLException {
    String sql =
        "select (select max(epoch) from data_key), (select count(*) from erasure),"
            + " (select count from corrections)";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      int newest = row.getInt(1);
      boolean sealed =
          Stream.concat(chunk.fresh().stream(), chunk.changed().stream())
              .allMatch(record -> record.epoch() == newest);
      SealedChunk.Seen now = new SealedChunk.Seen(row.getLong(2), row.getLong(3));
      if (!sealed || !now.equals(chunk.seen())) {
        throw new SealedChunk.TooLate();
      }
    }
  }

  private static void people(Connection connection, SealedChunk chunk) throws SQLException {
    Map<UUID, SealedRecord> people = new LinkedHashMap<>();
    chunk.fresh().forEach(record -> people.putIfAbsent(record.person(), record));
    chunk.changed().forEach(record -> people.putIfAbsent(record.person(), record));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into person (key, salt) values (?, ?) on conflict do nothing")) {
      for (SealedRecord record : people.values()) {
        insert.setObject(1, record.person());
        insert.setBytes(2, record.salt().bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void versions(
      Connection connection, long index, List<SealedRecord> all, Map<UUID, Integer> numbers)
      throws SQLException {
    String target =
        "record_version (record, entry, person, version, epoch, box, commitment, offers)";
    try (CopyIn versions = new CopyIn(connection, target)) {
      for (SealedRecord record : all) {
        versions.row(
            number(numbers, record),
            index,
            record.person(),
            record.version(),
            record.epoch(),
            record.box(),
            record.commitment().bytes(),
            Offer.pack(record.offers()));
      }
    }
  }

  /** In the order of the tokens, so that the index is written page by page. */
  private static void locators(
      Connection connection, List<SealedRecord> all, Map<UUID, Integer> numbers)
      throws SQLException {
    List<Place> places = new ArrayList<>(6 * all.size());
    for (SealedRecord record : all) {
      int number = number(numbers, record);
      record.locators().values().forEach(token -> places.add(new Place(token, number)));
    }
    places.sort(Comparator.comparingLong(Place::token));
    try (CopyIn locators = new CopyIn(connection, "locator (token, record)")) {
      for (Place place : places) {
        locators.row(place.token(), place.record());
      }
    }
  }

  private static int number(Map<UUID, Integer> numbers, SealedRecord record) {
    Integer number = numbers.get(record.key());
    if (number == null) {
      throw new IllegalStateException("a changed record is not in custody");
    }
    return number;
  }

  private static Map<UUID, Integer> numbers(Connection connection, List<SealedRecord> changed)
      throws SQLException {
    Map<UUID, Integer> numbers = new HashMap<>();
    Array keys =
        connection.createArrayOf("uuid", changed.stream().map(SealedRecord::key).toArray());
    try (PreparedStatement select =
        connection.prepareStatement("select key, id from record where key = any(?)")) {
      select.setArray(1, keys);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          numbers.put(rows.getObject(1, UUID.class), rows.getInt(2));
        }
      }
    }
    return numbers;
  }

  private static int next(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select greatest((select max(id) from record), (select max(id) from erased_record), 0) + 1");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void update(Connection connection, SealedRecord record) throws SQLException {
    String sql =
        """
        with former as (
          insert into former_person (person, record)
          select person, id from record where key = ? and person <> ?
          on conflict do nothing)
        update record set person = ?, version = ? where key = ?
        """;
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, record.key());
      update.setObject(2, record.person());
      update.setObject(3, record.person());
      update.setObject(4, record.version());
      update.setObject(5, record.key());
      update.executeUpdate();
    }
  }
}
