package io.tidemark.store.register;

import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.owner.ArchiveGone;
import io.tidemark.custody.owner.PeopleErased;
import io.tidemark.store.journal.Changes;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/** What an erasure takes out of the database, and what it leaves. Stateless. */
public final class Erasures {
  private Erasures() {}

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(PeopleErased.class, Erasures::erased)
        .with(
            ArchiveGone.class,
            (connection, index, gone) ->
                Sql.run(
                    connection,
                    "delete from archive where until <= ?",
                    gone.at().atOffset(ZoneOffset.UTC)));
  }

  private static void erased(Connection connection, long index, PeopleErased erased)
      throws SQLException {
    RoaringBitmap records = erased.print().records();
    Integer[] ids = erased.print().owners().keySet().toArray(new Integer[0]);
    UUID[] people = erased.people().toArray(new UUID[0]);
    FoldedHoldings.unfold(connection);
    requireAsRead(connection, erased, ids, people);
    leave(connection, index, erased, ids);
    places(connection, erased);
    reports(connection, erased);
    for (String table :
        new String[] {"book", "claim", "looked_at", "holding", "correction", "buyer_copy"}) {
      change(connection, "delete from " + table + " where record = any(?)", "integer", ids);
    }
    versions(connection, erased);
    change(connection, "delete from former_person where person = any(?)", "uuid", people);
    said(connection, people);
    calls(connection, erased, people);
    aliases(connection, index, erased, people);
    UUID[] orphans = orphans(connection, ids);
    said(connection, orphans);
    calls(connection, erased, orphans);
    aliases(connection, index, erased, orphans);
    NoticeChanges.open(connection, index, erased.notices());
    change(connection, "delete from record where id = any(?)", "integer", ids);
    change(connection, "delete from person where key = any(?)", "uuid", people);
    lists(connection, records);
  }

  /** Nothing came to hang on them since it was read: entries come one after the other. */
  private static void requireAsRead(
      Connection connection, PeopleErased erased, Integer[] ids, UUID[] people)
      throws SQLException {
    long records =
        count(connection, "select count(*) from record where person = any(?)", "uuid", people);
    long versions =
        count(
            connection,
            "select count(*) from record_version where record = any(?)",
            "integer",
            ids);
    long given =
        count(connection, "select count(*) from holding where record = any(?)", "integer", ids);
    RoaringBitmap own = erased.print().records();
    boolean asRead =
        records == ids.length
            && versions
                == erased.print().versions().stream()
                    .filter(version -> own.contains(version.stored().id().number()))
                    .count()
            && given
                == erased.print().given().stream()
                    .filter(one -> own.contains(one.version().stored().id().number()))
                    .count();
    if (!asRead) {
      throw new Overtaken("somebody who is to be erased");
    }
  }

  private static long count(Connection connection, String sql, String type, Object[] keys)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf(type, keys));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void change(Connection connection, String sql, String type, Object[] keys)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setArray(1, connection.createArrayOf(type, keys));
      delete.executeUpdate();
    }
  }

  /** What stays: that there was an erasure, numbers, leaves, tokens, the archive. */
  private static void leave(Connection connection, long index, PeopleErased erased, Integer[] ids)
      throws SQLException {
    Sql.run(
        connection,
        "insert into erasure (entry, people) values (?, ?)",
        index,
        erased.people().size());
    change(connection, "insert into erased_record select unnest(?)", "integer", ids);
    try (PreparedStatement leaf =
        connection.prepareStatement(
            "insert into erased_leaf (disclosure, record, leaf) values (?, ?, ?)"
                + " on conflict do nothing")) {
      for (PeopleErased.Leaf one : erased.leaves()) {
        leaf.setInt(1, one.disclosure());
        leaf.setInt(2, one.record());
        leaf.setBytes(3, one.bytes());
        leaf.addBatch();
      }
      leaf.executeBatch();
    }
    try (PreparedStatement token =
        connection.prepareStatement(
            "insert into suppressed (token, day) values (?, ?)"
                + " on conflict (token) do update set day = excluded.day")) {
      for (UUID one : erased.suppressed()) {
        token.setObject(1, one);
        token.setDate(2, Date.valueOf(erased.at().atOffset(ZoneOffset.UTC).toLocalDate()));
        token.addBatch();
      }
      token.executeBatch();
    }
    for (PeopleErased.Archived one : erased.archived()) {
      Sql.run(
          connection,
          "insert into archive (id, box, until) values (?, ?, ?)",
          one.id(),
          one.box(),
          one.until().atOffset(ZoneOffset.UTC));
      tokens(connection, one.id(), one.tokens());
    }
  }

  private static void tokens(Connection connection, UUID archive, Collection<UUID> tokens)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into archive_token (token, archive) select unnest(?), ?")) {
      insert.setArray(1, connection.createArrayOf("uuid", tokens.toArray()));
      insert.setObject(2, archive);
      insert.executeUpdate();
    }
  }

  private static void places(Connection connection, PeopleErased erased) throws SQLException {
    String sql =
        "delete from locator l using unnest(?, ?) as p(token, record)"
            + " where l.token = p.token and l.record = p.record";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      Object[] tokens = erased.places().stream().map(PeopleErased.Place::token).toArray();
      Object[] records = erased.places().stream().map(PeopleErased.Place::record).toArray();
      delete.setArray(1, connection.createArrayOf("bigint", tokens));
      delete.setArray(2, connection.createArrayOf("integer", records));
      delete.executeUpdate();
    }
  }

  /** Calls that came to one of their numbers. */
  private static void reports(Connection connection, PeopleErased erased) throws SQLException {
    change(
        connection,
        "delete from call_report where token = any(?)",
        "bigint",
        erased.places().stream().map(PeopleErased.Place::token).distinct().toArray());
  }

  private static void versions(Connection connection, PeopleErased erased) throws SQLException {
    String sql =
        "delete from record_version v using unnest(?, ?) as e(record, entry)"
            + " where v.record = e.record and v.entry = e.entry";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setArray(
          1,
          connection.createArrayOf(
              "integer",
              erased.print().versions().stream().map(v -> v.stored().id().number()).toArray()));
      delete.setArray(
          2,
          connection.createArrayOf(
              "bigint", erased.print().versions().stream().map(v -> v.stored().since()).toArray()));
      delete.executeUpdate();
    }
  }

  /**
   * What they said goes, and what notices of it say of copies; their heads stay in the map, under
   * keys that nobody can tell from others any more.
   */
  private static void said(Connection connection, UUID[] people) throws SQLException {
    for (String sql :
        new String[] {
          "update history_head set person = null where person = any(?)",
          "delete from history_event where person = any(?)",
          "delete from owner_export where person = any(?)",
          "delete from right_refused where person = any(?)",
          "delete from alias_connected where person = any(?)",
          "delete from consent where person = any(?)",
          "delete from consent_stand where person = any(?)",
          "update notice set person = null, box = null where person = any(?)"
        }) {
      change(connection, sql, "uuid", people);
    }
  }

  /**
   * Calls that reached them or that they made go, with what was counted of their own numbers as
   * callers. A sighting stays: it says who rang a line that stands for nobody any more.
   */
  private static void calls(Connection connection, PeopleErased erased, UUID[] people)
      throws SQLException {
    change(
        connection,
        "delete from alias_call c using alias_binding b where b.number = c.number"
            + " and b.begun = c.begun and c.heard <> 'OTHER' and b.person = any(?)",
        "uuid",
        people);
    Object[] tokens = erased.places().stream().map(PeopleErased.Place::token).toArray();
    change(connection, "delete from alias_call where caller = any(?)", "bigint", tokens);
    change(connection, "delete from alias_caller where token = any(?)", "bigint", tokens);
  }

  /** Numbers that stood for them stand for nobody, and rest. */
  private static void aliases(Connection connection, long index, PeopleErased erased, UUID[] people)
      throws SQLException {
    change(
        connection,
        "update alias_binding set person = null, ended = coalesce(ended, "
            + index
            + "), rests = case when ended is null then date '"
            + erased.aliasesRest()
            + "' else rests end where person = any(?)",
        "uuid",
        people);
  }

  /** People whom only these records named before: they go too. */
  private static UUID[] orphans(Connection connection, Integer[] ids) throws SQLException {
    String sql =
        """
        with gone as (delete from former_person where record = any(?) returning person)
        delete from person p using gone
         where p.key = gone.person
           and not exists (select 1 from record r where r.person = p.key)
           and not exists (select 1 from former_person f
                            where f.person = p.key and not f.record = any(?))
        returning p.key
        """;
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setArray(1, connection.createArrayOf("integer", ids));
      delete.setArray(2, connection.createArrayOf("integer", ids));
      List<UUID> orphans = new ArrayList<>();
      try (ResultSet rows = delete.executeQuery()) {
        while (rows.next()) {
          orphans.add(rows.getObject(1, UUID.class));
        }
      }
      return orphans.toArray(UUID[]::new);
    }
  }

  /** Lists that are still to be released, and partners' own people, without them. */
  private static void lists(Connection connection, RoaringBitmap erased) throws SQLException {
    without(
        connection,
        erased,
        "select id, records from request"
            + " where state in ('WAITING', 'REVIEW', 'APPROVED') for update",
        "update request set records = ?, people = ? where id = ?");
    without(
        connection,
        erased,
        "select party, records from partner_people for update",
        "update partner_people set records = ?, people = ? where party = ?");
  }

  private static void without(
      Connection connection, RoaringBitmap erased, String select, String update)
      throws SQLException {
    try (PreparedStatement lists = connection.prepareStatement(select);
        ResultSet list = lists.executeQuery()) {
      while (list.next()) {
        RoaringBitmap records = Bitmaps.set(list.getBytes(2));
        if (RoaringBitmap.intersects(records, erased)) {
          records.andNot(erased);
          Sql.run(
              connection,
              update,
              Bitmaps.bytes(records),
              records.getCardinality(),
              list.getString(1));
        }
      }
    }
  }

  /** Nobody in a list that is being released was erased since it was chosen. */
  static void requireNoneErased(Connection connection, RoaringBitmap records) throws SQLException {
    String sql = "select exists (select 1 from erased_record where id = any(?))";
    Integer[] ids = new Integer[records.getCardinality()];
    int at = 0;
    for (int record : records) {
      ids[at++] = record;
    }
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("integer", ids));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        if (row.getBoolean(1)) {
          throw new Overtaken("a list of people");
        }
      }
    }
  }
}
