package io.tidemark.store.records;

import io.tidemark.store.register.Sql;
import io.tidemark.vault.Box;
import io.tidemark.vault.Rotation;
import io.tidemark.vault.Salt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Boxes in {@code record_version}, sealed anew in the order of record and entry; {@code
 * data_rotation} holds the place. No box is added under an older key while a rotation runs ({@link
 * SealedChunks}), so one way through is enough. Thread-safe, over all processes.
 */
public final class PostgresRotation implements Rotation {
  /** Some two megabytes of boxes. */
  private static final int BATCH = 2_000;

  private final DataSource database;

  /** The boxes in this database. */
  public PostgresRotation(DataSource database) {
    this.database = database;
  }

  /** Where a rotation stands. */
  private record Place(Progress progress, int record, long entry) {}

  @Override
  public long versions() {
    return count("select count(*) from record_version");
  }

  @Override
  public long olderThan(int epoch) {
    return count("select count(*) from record_version where epoch < " + epoch);
  }

  private long count(String sql) {
    return JdbcClient.create(database).sql(sql).query(Long.class).single();
  }

  @Override
  public Optional<Progress> running() {
    return JdbcClient.create(database)
        .sql("select epoch, done, total from data_rotation")
        .query((row, n) -> new Progress(row.getInt(1), row.getLong(2), row.getLong(3)))
        .optional();
  }

  @Override
  public Optional<Progress> batch(Function<List<Box>, List<byte[]>> reseal) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<Progress> progress = batch(connection, reseal);
        connection.commit();
        return progress;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not seal a batch anew", e);
    }
  }

  /** Batch and place stand or fall together, so the disk may have both a moment later. */
  private static Optional<Progress> batch(
      Connection connection, Function<List<Box>, List<byte[]>> reseal) throws SQLException {
    Optional<Place> at = place(connection);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    List<Box> boxes = next(connection, at.get());
    if (boxes.isEmpty()) {
      return Optional.empty();
    }
    put(connection, boxes, reseal.apply(boxes), at.get().progress().epoch());
    Box last = boxes.get(boxes.size() - 1);
    Progress before = at.get().progress();
    Progress progress = new Progress(before.epoch(), before.done() + boxes.size(), before.total());
    Sql.run(
        connection,
        "update data_rotation set done = ?, record = ?, entry = ? where " + Sql.UNSYNCED,
        progress.done(),
        last.record(),
        last.entry());
    return Optional.of(progress);
  }

  private static Optional<Place> place(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select epoch, done, total, record, entry from data_rotation for update");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      Progress progress = new Progress(row.getInt(1), row.getLong(2), row.getLong(3));
      return Optional.of(new Place(progress, row.getInt(4), row.getLong(5)));
    }
  }

  private static List<Box> next(Connection connection, Place at) throws SQLException {
    String sql =
        """
        select v.record, v.entry, r.key, v.version, p.salt, v.epoch, v.box
          from (select * from record_version
                 where (record, entry) > (?, ?) order by record, entry limit ?) v
          join record r on r.id = v.record
          join person p on p.key = v.person
         order by v.record, v.entry
        """;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, at.record());
      select.setLong(2, at.entry());
      select.setInt(3, BATCH);
      List<Box> boxes = new ArrayList<>(BATCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          boxes.add(box(row));
        }
      }
      return boxes;
    }
  }

  private static Box box(ResultSet row) throws SQLException {
    return new Box(
        row.getInt(1),
        row.getLong(2),
        row.getObject(3, UUID.class),
        row.getObject(4, UUID.class),
        Salt.of(row.getBytes(5)),
        row.getInt(6),
        row.getBytes(7));
  }

  private static void put(Connection connection, List<Box> boxes, List<byte[]> sealed, int epoch)
      throws SQLException {
    String sql =
        """
        update record_version v set box = n.box, epoch = ?
          from unnest(?, ?, ?) as n(record, entry, box)
         where v.record = n.record and v.entry = n.entry
        """;
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setInt(1, epoch);
      update.setArray(
          2, connection.createArrayOf("integer", boxes.stream().map(Box::record).toArray()));
      update.setArray(
          3, connection.createArrayOf("bigint", boxes.stream().map(Box::entry).toArray()));
      update.setArray(4, connection.createArrayOf("bytea", sealed.toArray(byte[][]::new)));
      if (update.executeUpdate() != boxes.size()) {
        throw new IllegalStateException("a box went away while it was sealed anew");
      }
    }
  }
}
