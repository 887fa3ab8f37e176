package io.tidemark.store.history;

import io.tidemark.ledger.Entry;
import io.tidemark.store.register.Bitmaps;
import io.tidemark.store.register.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Whom the entries of a range concern, gathered from what each of them changed into the table
 * {@code concerned} of one transaction. A record belongs to the person that its version of then
 * named. Which kinds there are says {@link io.tidemark.history.Event}: one that joins there joins
 * here.
 */
final class Concerned {
  private static final int BATCH = 10_000;

  /** Tables that name an entry and the person whom it is about. */
  private static final List<String> PERSONAL =
      List.of("record_version", "owner_export", "consent", "right_refused", "alias_connected");

  /** The person of record {@code %s} as it stood before entry {@code %s}. */
  private static final String PERSON =
      " cross join lateral (select person from record_version v where v.record = %s and v.entry < %s"
          + " order by v.entry desc limit 1) of";

  private static final String LISTS =
      "select entry, as_of, records from disclosure where entry >= ? and entry < ? order by entry";

  private static final String INQUIRIES =
      "select entry, entry, records from inquiry where entry >= ? and entry < ?"
          + " and records is not null order by entry";

  private static final String RETOLD =
      "select index, body from ledger_entry where index >= ? and index < ?"
          + " and (position('tidemark/evidence/'::bytea in body) = 1"
          + " or position('tidemark/non-delivery/'::bytea in body) = 1) order by index";

  private final Connection connection;

  Concerned(Connection connection) {
    this.connection = connection;
  }

  /** Gathers those whom entries from {@code from} to before {@code before} concern. */
  void gather(long from, long before) throws SQLException {
    Sql.run(
        connection,
        "create temporary table concerned (person uuid not null, entry bigint not null)"
            + " on commit drop");
    Sql.run(
        connection,
        "insert into concerned select of.person, l.entry from look_up l"
            + " join looked_at a on a.look_up = l.id"
            + String.format(PERSON, "a.record", "l.entry")
            + " where l.entry >= ? and l.entry < ?",
        from,
        before);
    for (String table : PERSONAL) {
      Sql.run(
          connection,
          "insert into concerned select person, entry from "
              + table
              + " where entry >= ? and entry < ?",
          from,
          before);
    }
    each(LISTS, from, before, this::list);
    each(INQUIRIES, from, before, this::list);
    each(RETOLD, from, before, this::retold);
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze concerned");
    }
  }

  /** Reads one row of an answer. */
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private void each(String sql, long from, long before, Row read) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(100);
      select.setLong(1, from);
      select.setLong(2, before);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          read.read(rows);
        }
      }
    }
  }

  private void list(ResultSet row) throws SQLException {
    add(row.getLong(1), row.getLong(2), Bitmaps.set(row.getBytes(3)));
  }

  /** An entry that concerns again whom an earlier one did. */
  private void retold(ResultSet row) throws SQLException {
    long index = row.getLong(1);
    String disclosure;
    try {
      disclosure = Entry.parse(row.getBytes(2)).value("disclosure").orElseThrow();
    } catch (Entry.BadEntry e) {
      throw new SQLException("entry " + index + " is damaged: run ledger fsck", e);
    }
    try (PreparedStatement select =
        connection.prepareStatement("select as_of, records from disclosure where id = ?")) {
      select.setString(1, disclosure);
      try (ResultSet list = select.executeQuery()) {
        if (list.next()) {
          add(index, list.getLong(1), Bitmaps.set(list.getBytes(2)));
          return;
        }
      }
    }
    Sql.run(
        connection,
        "insert into concerned select of.person, ? from look_up l"
            + " join looked_at a on a.look_up = l.id"
            + String.format(PERSON, "a.record", "l.entry")
            + " where l.id = ?",
        index,
        disclosure);
  }

  private void add(long entry, long asOf, RoaringBitmap records) throws SQLException {
    String sql =
        "insert into concerned select of.person, ? from unnest(?::integer[]) r"
            + String.format(PERSON, "r", "?");
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int[] batch = new int[BATCH];
      for (BatchIterator ids = records.getBatchIterator(); ids.hasNext(); ) {
        int count = ids.nextBatch(batch);
        Integer[] some = new Integer[count];
        for (int i = 0; i < count; i++) {
          some[i] = batch[i];
        }
        insert.setLong(1, entry);
        insert.setArray(2, connection.createArrayOf("integer", some));
        insert.setLong(3, asOf);
        insert.executeUpdate();
      }
    }
  }
}
