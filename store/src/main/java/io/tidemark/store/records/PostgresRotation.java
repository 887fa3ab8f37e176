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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Boxes in {@code record_version}, sealed anew in the order of record and entry; {@code
 * data_rotation} holds the place. No box is added under an older key while a rotation runs ({@link
 * SealedChunks}), so one way through is enough. Thread-safe, over all processes.
 */
public final class PostgresRotation implements Rotation {
  /** Half a megabyte of boxes: written in some ten milliseconds. */
  private static final int BATCH = 500;

  /** After each batch it rests for this part of the time that it took. */
  private static final int REST = 4;

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

  /** Boxes behind a place with what takes theirs. */
  private record Batch(Place behind, List<Box> boxes, List<byte[]> sealed) {
    Place end() {
      Box last = boxes.get(boxes.size() - 1);
      Progress before = behind.progress();
      return new Place(
          new Progress(before.epoch(), before.done() + boxes.size(), before.total()),
          last.record(),
          last.entry());
    }
  }

  /**
   * While one batch is written, the next is read and sealed: two processors are busy. So batches
   * are short, and after each it rests, and whoever looks people up beside it gets a turn.
   */
  @Override
  public void sealAnew(Function<List<Box>, List<byte[]>> reseal, Consumer<Progress> progress) {
    Optional<Place> at = asked(PostgresRotation::place);
    while (at.isPresent()) {
      CompletableFuture<Batch> next = ahead(at.get(), reseal);
      for (Batch batch = next.join(); ; batch = next.join()) {
        if (batch.boxes().isEmpty()) {
          return;
        }
        long begun = System.nanoTime();
        next = ahead(batch.end(), reseal);
        if (!written(batch, next)) {
          break;
        }
        progress.accept(batch.end().progress());
        LockSupport.parkNanos((System.nanoTime() - begun) / REST);
      }
      at = asked(PostgresRotation::place);
    }
  }

  private CompletableFuture<Batch> ahead(Place place, Function<List<Box>, List<byte[]>> reseal) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<Box> boxes = asked(connection -> next(connection, place));
          return new Batch(place, boxes, reseal.apply(boxes));
        });
  }

  /**
   * Whether the batch is written. Not so when another process was first, or one of its boxes went
   * away meanwhile: then what stands behind the place is read again. Nothing is left behind when it
   * fails.
   */
  private boolean written(Batch batch, CompletableFuture<Batch> next) {
    boolean written = false;
    try {
      written = asked(connection -> written(connection, batch));
      return written;
    } finally {
      if (!written) {
        next.handle((read, failed) -> "").join();
      }
    }
  }

  /** A question in a transaction of its own. */
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T asked(Question<T> question) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T answer = question.ask(connection);
        connection.commit();
        return answer;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not seal a batch anew", e);
    }
  }

  /** Batch and place stand or fall together, so the disk may have both a moment later. */
  private static boolean written(Connection connection, Batch batch) throws SQLException {
    if (!place(connection).equals(Optional.of(batch.behind()))) {
      return false;
    }
    Place end = batch.end();
    if (!put(connection, batch.boxes(), batch.sealed(), end.progress().epoch())) {
      connection.rollback();
      return false;
    }
    Sql.run(
        connection,
        "update data_rotation set done = ?, record = ?, entry = ? where " + Sql.UNSYNCED,
        end.progress().done(),
        end.record(),
        end.entry());
    return true;
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

  /** Whether all of them were still there. */
  private static boolean put(Connection connection, List<Box> boxes, List<byte[]> sealed, int epoch)
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
      return update.executeUpdate() == boxes.size();
    }
  }
}
