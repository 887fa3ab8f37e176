package io.tidemark.store.records;

import io.tidemark.vault.DataKeys;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Salt;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records in the tables {@code record}, {@code record_version}, {@code locator}. Thread-safe. */
public final class PostgresShelf implements Shelf {
  private static final int BATCH = 4_096;

  private static final String JOINED =
      " v join record r on r.id = v.record join person p on p.key = v.person";

  private static final String ALL_VERSIONS =
      "select "
          + StoredRows.COLUMNS
          + " from record_version"
          + JOINED
          + " where v.record = any(?) and v.entry < ? order by v.record, v.entry";

  private static final String ONE =
      "select "
          + StoredRows.COLUMNS
          + " from record_version"
          + JOINED
          + " where v.record = (?)[1] and v.entry < ? order by v.entry desc limit 1";

  /**
   * The versions come in the order of their index, so that nothing is sorted; that {@code r.id} is
   * asked for as well keeps the planner from reading all records to join a thousand.
   */
  private static final String NEWEST =
      "select "
          + StoredRows.COLUMNS
          + " from (select distinct on (record) * from record_version"
          + " where record = any(?) and entry < ? order by record desc, entry desc)"
          + JOINED
          + " where r.id = any(?)";

  private final DataSource database;

  /** A shelf in this database. */
  public PostgresShelf(DataSource database) {
    this.database = database;
  }

  /** Reads one row of an answer. */
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  /** What else a question asks with. */
  private interface Binding {
    void to(PreparedStatement select) throws SQLException;
  }

  private void ask(String sql, String type, Collection<?> keys, Row row) {
    ask(sql, type, keys, select -> {}, row);
  }

  private void ask(String sql, String type, Collection<?> keys, Binding more, Row row) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf(type, keys.toArray()));
      more.to(select);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          row.read(rows);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  @Override
  public List<DataKeys.Wrapped> dataKeys() {
    return JdbcClient.create(database)
        .sql("select epoch, bytes from data_key order by epoch")
        .query((row, n) -> new DataKeys.Wrapped(row.getInt(1), row.getBytes(2)))
        .list();
  }

  @Override
  public Map<UUID, Salt> salts(Collection<UUID> people) {
    Map<UUID, Salt> salts = new HashMap<>();
    ask(
        "select key, salt from person where key = any(?)",
        "uuid",
        people,
        row -> salts.put(row.getObject(1, UUID.class), Salt.of(row.getBytes(2))));
    return salts;
  }

  @Override
  public Map<UUID, LocalDate> erased(Collection<UUID> tokens) {
    Map<UUID, LocalDate> erased = new HashMap<>();
    ask(
        "select token, day from suppressed where token = any(?)",
        "uuid",
        tokens,
        row -> erased.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)));
    return erased;
  }

  @Override
  public long erasures() {
    return JdbcClient.create(database)
        .sql("select count(*) from erasure")
        .query(Long.class)
        .single();
  }

  @Override
  public Map<UUID, UUID> versions(Collection<UUID> records) {
    Map<UUID, UUID> versions = new HashMap<>();
    ask(
        "select key, version from record where key = any(?)",
        "uuid",
        records,
        row -> versions.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    return versions;
  }

  @Override
  public Map<Long, RoaringBitmap> find(Locator kind, Collection<Long> tokens) {
    Map<Long, RoaringBitmap> found = new HashMap<>();
    ask(
        "select token, record from locator where token = any(?)",
        "bigint",
        tokens,
        row ->
            found.computeIfAbsent(row.getLong(1), token -> new RoaringBitmap()).add(row.getInt(2)));
    return found;
  }

  @Override
  public RoaringBitmap all() {
    RoaringBitmap all = new RoaringBitmap();
    ask(
        "select id from record where ? is not null",
        "integer",
        List.of(),
        row -> all.add(row.getInt(1)));
    return all;
  }

  /** PostgreSQL keeps its plan for one record; for a list it plans by how many they are. */
  @Override
  public Stream<StoredRecord> records(RoaringBitmap ids, long asOf) {
    return stream(ids, asOf, ids.getCardinality() == 1 ? ONE : NEWEST);
  }

  @Override
  public Stream<StoredRecord> versions(RoaringBitmap ids, long before) {
    return stream(ids, before, ALL_VERSIONS);
  }

  private Stream<StoredRecord> stream(RoaringBitmap ids, long before, String sql) {
    return StreamSupport.stream(new Batches(ids.getBatchIterator(), sql, before), false)
        .flatMap(List::stream);
  }

  /** Reads the records batch by batch. */
  private final class Batches extends Spliterators.AbstractSpliterator<List<StoredRecord>> {
    private final BatchIterator ids;
    private final int[] batch = new int[BATCH];
    private final String sql;
    private final long before;

    Batches(BatchIterator ids, String sql, long before) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.ids = ids;
      this.sql = sql;
      this.before = before;
    }

    @Override
    public boolean tryAdvance(Consumer<? super List<StoredRecord>> action) {
      if (!ids.hasNext()) {
        return false;
      }
      int count = ids.nextBatch(batch);
      List<Integer> wanted = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        wanted.add(batch[i]);
      }
      action.accept(read(wanted));
      return true;
    }

    private List<StoredRecord> read(List<Integer> wanted) {
      List<StoredRecord> records = new ArrayList<>(wanted.size());
      ask(
          sql,
          "integer",
          wanted,
          select -> {
            select.setLong(2, before);
            if (sql.equals(NEWEST)) {
              select.setArray(3, select.getConnection().createArrayOf("integer", wanted.toArray()));
            }
          },
          row -> records.add(StoredRows.read(row)));
      if (sql.equals(NEWEST)) {
        records.sort(Comparator.comparingInt(record -> record.id().number()));
      }
      return records;
    }
  }
}
