package io.tidemark.store.register;

import io.tidemark.authorise.Overtaken;
import io.tidemark.rights.notice.NoticeAcknowledged;
import io.tidemark.rights.notice.NoticesEnded;
import io.tidemark.rights.notice.NoticesTold;
import io.tidemark.rights.notice.Opening;
import io.tidemark.rights.notice.Openings;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Digest;
import io.tidemark.terms.NoticeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What happens to notices, within the transactions of its entries. */
final class NoticeChanges {
  private NoticeChanges() {}

  static Changes in(Changes changes) {
    return changes
        .with(NoticesTold.class, NoticeChanges::told)
        .with(NoticeAcknowledged.class, NoticeChanges::acknowledged)
        .with(
            NoticesEnded.class,
            (connection, index, ended) ->
                Sql.run(
                    connection,
                    "update notice set box = null, person = null where until <= ?",
                    at(ended.at())));
  }

  /** Nobody was given one of these records since it was read who has them. */
  static void requireAsRead(Connection connection, Openings openings) throws SQLException {
    if (openings.records().isEmpty()) {
      return;
    }
    FoldedHoldings.unfold(connection);
    String sql = "select count(*) from holding where record = any(?)";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("integer", openings.records().toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        if (row.getLong(1) != openings.given()) {
          throw new Overtaken("who was given somebody");
        }
      }
    }
  }

  static void open(Connection connection, long index, List<Opening> openings) throws SQLException {
    String sql =
        "insert into notice (id, party, cause, purpose, person, since, opened, due, until, entry, box)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Opening one : openings) {
        insert.setString(1, one.id().text());
        insert.setString(2, one.party());
        insert.setString(3, one.cause().name());
        insert.setString(4, one.purpose().orElse(""));
        insert.setObject(5, one.person().orElse(null));
        insert.setObject(6, at(one.since()));
        insert.setObject(7, at(one.opened()));
        insert.setObject(8, at(one.due()));
        insert.setObject(9, at(one.until()));
        insert.setLong(10, index);
        insert.setBytes(11, one.box());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void told(Connection connection, long index, NoticesTold told)
      throws SQLException {
    for (Map.Entry<NoticeId, Digest> one : told.documents().entrySet()) {
      Sql.run(
          connection,
          "update notice set told = coalesce(told, ?), way = coalesce(way, ?), document = ?"
              + " where id = ?",
          at(told.at()),
          told.way(),
          one.getValue().bytes(),
          one.getKey());
    }
  }

  /** Only the first word counts. */
  private static void acknowledged(Connection connection, long index, NoticeAcknowledged one)
      throws SQLException {
    int rows =
        Sql.run(
            connection,
            "update notice set acknowledged = ?, acknowledged_by = ?, acknowledgement = ?,"
                + " box = null, person = null where id = ? and acknowledged is null",
            at(one.at()),
            one.by(),
            index,
            one.id());
    if (rows != 1) {
      throw new Overtaken("a notice");
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
