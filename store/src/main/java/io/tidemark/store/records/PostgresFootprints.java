package io.tidemark.store.records;

import io.tidemark.custody.owner.Footprint;
import io.tidemark.custody.owner.Footprints;
import io.tidemark.store.register.FoldedHoldings;
import io.tidemark.store.register.Sql;
import io.tidemark.terms.DisclosureId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;

/** What hangs on people, read from the tables that name records. Thread-safe. */
public final class PostgresFootprints implements Footprints {
  private static final int FETCHED = 5_000;
  private static final String VERSION = StoredRows.COLUMNS + ", v.person";

  private final DataSource database;

  /** Footprints in this database. */
  public PostgresFootprints(DataSource database) {
    this.database = database;
  }

  /** Reads one row of an answer. */
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private static void ask(
      Connection connection, String sql, Row row, String type, Collection<?> keys)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf(type, keys.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          row.read(rows);
        }
      }
    }
  }

  @Override
  public Footprint of(RoaringBitmap records) {
    try {
      FoldedHoldings.unfold(database);
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
    try (Connection connection = database.getConnection()) {
      List<Integer> asked = new ArrayList<>();
      records.forEach((int record) -> asked.add(record));
      Map<Integer, UUID> owners = new HashMap<>();
      ask(
          connection,
          "select id, person from record"
              + " where person in (select person from record where id = any(?))",
          row -> owners.put(row.getInt(1), row.getObject(2, UUID.class)),
          "integer",
          asked);
      Set<UUID> people = new HashSet<>(owners.values());
      Set<Integer> all = new HashSet<>(owners.keySet());
      ask(
          connection,
          "select record from former_person where person = any(?)",
          row -> all.add(row.getInt(1)),
          "uuid",
          people);
      return new Footprint(
          owners,
          versions(connection, owners.keySet(), all, people),
          given(connection, owners.keySet(), all, people),
          aliases(connection, people));
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  /** All versions of their own records, and of others those that are about them. */
  private static List<Footprint.Version> versions(
      Connection connection, Set<Integer> own, Set<Integer> all, Set<UUID> people)
      throws SQLException {
    List<Footprint.Version> versions = new ArrayList<>();
    ask(
        connection,
        "select "
            + VERSION
            + " from record_version v join record r on r.id = v.record"
            + " join person p on p.key = v.person where v.record = any(?)",
        row -> {
          if (isTheirs(row, own, people)) {
            versions.add(version(row));
          }
        },
        "integer",
        all);
    return versions;
  }

  private static List<Footprint.Given> given(
      Connection connection, Set<Integer> own, Set<Integer> all, Set<UUID> people)
      throws SQLException {
    List<Footprint.Given> given = new ArrayList<>();
    ask(
        connection,
        "select "
            + VERSION
            + ", d.number, d.id, d.party, d.purpose, d.forms, d.opened_at, d.entry,"
            + " case when d.state <> 'not-delivered' then d.release end,"
            + " d.state <> 'not-delivered'"
            + " from holding h join disclosure d on d.number = h.disclosure"
            + " join record r on r.id = h.record"
            + " join lateral (select * from record_version v where v.record = h.record"
            + " and v.entry < d.as_of order by v.entry desc limit 1) v on true"
            + " join person p on p.key = v.person where h.record = any(?)",
        row -> {
          if (isTheirs(row, own, people)) {
            given.add(given(row));
          }
        },
        "integer",
        all);
    return given;
  }

  private static List<Footprint.Alias> aliases(Connection connection, Set<UUID> people)
      throws SQLException {
    List<Footprint.Alias> aliases = new ArrayList<>();
    ask(
        connection,
        "select b.person, n.token, h.party, h.purpose, b.begun, b.until from alias_binding b"
            + " join alias_number n on n.id = b.number join alias_holder h on h.id = b.holder"
            + " where b.person = any(?) order by b.begun",
        row ->
            aliases.add(
                new Footprint.Alias(
                    row.getObject(1, UUID.class),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getObject(6, LocalDate.class))),
        "uuid",
        people);
    return aliases;
  }

  private static boolean isTheirs(ResultSet row, Set<Integer> own, Set<UUID> people)
      throws SQLException {
    return own.contains(row.getInt(1)) || people.contains(row.getObject(10, UUID.class));
  }

  private static Footprint.Version version(ResultSet row) throws SQLException {
    return new Footprint.Version(StoredRows.read(row), row.getObject(10, UUID.class));
  }

  private static Footprint.Given given(ResultSet row) throws SQLException {
    long release = row.getLong(18);
    boolean left = !row.wasNull();
    return new Footprint.Given(
        version(row),
        row.getInt(11),
        new DisclosureId(row.getString(12)),
        row.getString(13),
        row.getString(14),
        Sql.texts(row.getArray(15)),
        row.getObject(16, OffsetDateTime.class).toInstant(),
        row.getLong(17),
        left ? OptionalLong.of(release) : OptionalLong.empty(),
        row.getBoolean(19));
  }

  @Override
  public RoaringBitmap records(Collection<UUID> people) {
    RoaringBitmap records = new RoaringBitmap();
    try (Connection connection = database.getConnection()) {
      ask(
          connection,
          "select id from record where person = any(?)",
          row -> records.add(row.getInt(1)),
          "uuid",
          people);
      return records;
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  @Override
  public boolean known(UUID person) {
    List<UUID> found = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      ask(
          connection,
          "select key from person where key = any(?)",
          row -> found.add(row.getObject(1, UUID.class)),
          "uuid",
          List.of(person));
      return !found.isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  @Override
  public void people(Consumer<UUID> each) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false); // fetches in portions
      try (PreparedStatement select = connection.prepareStatement("select key from person")) {
        select.setFetchSize(FETCHED);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            each.accept(rows.getObject(1, UUID.class));
          }
        }
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }
}
