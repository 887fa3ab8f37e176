package io.tidemark.store.register;

import io.tidemark.rights.AllowedTimes;
import io.tidemark.rights.Consents;
import io.tidemark.rights.ConsentsRecorded;
import io.tidemark.rights.Footing;
import io.tidemark.rights.Ground;
import io.tidemark.rights.Statement;
import io.tidemark.rights.Word;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.ConsentId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;

/** What people said of the use of their data. Thread-safe. */
public final class ConsentTables implements Consents {
  private static final int ASKED_AT_ONCE = 5_000;

  private final DataSource database;

  /** The tables in this database. */
  public ConsentTables(DataSource database) {
    this.database = database;
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes.with(ConsentsRecorded.class, ConsentWords::write);
  }

  /** A question on a connection of its own. */
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T ask(Question<T> question) {
    try (Connection connection = database.getConnection()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  @Override
  public LeftOut leftOut(Footing footing, RoaringBitmap records) {
    return footing.asks() && !records.isEmpty()
        ? ask(connection -> ConsentSets.leftOut(connection, footing, records))
        : LeftOut.nobody();
  }

  @Override
  public Map<Integer, AllowedTimes> allowed(Collection<String> purposes, RoaringBitmap records) {
    Map<Integer, AllowedTimes> allowed = new HashMap<>();
    BatchIterator all = records.getBatchIterator();
    int[] batch = new int[ASKED_AT_ONCE];
    while (all.hasNext()) {
      int some = all.nextBatch(batch);
      ask(connection -> ConsentTimes.read(connection, purposes, Arrays.copyOf(batch, some)))
          .forEach((record, said) -> allowed.put(record, AllowedTimes.of(said)));
    }
    return allowed;
  }

  @Override
  public Map<Integer, UUID> people(RoaringBitmap records) {
    return ask(
        connection -> {
          Map<Integer, UUID> people = new HashMap<>();
          List<Integer> wanted = new ArrayList<>(records.getCardinality());
          records.forEach((int record) -> wanted.add(record));
          try (PreparedStatement select =
              connection.prepareStatement("select id, person from record where id = any(?)")) {
            select.setArray(1, connection.createArrayOf("integer", wanted.toArray()));
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                people.put(rows.getInt(1), rows.getObject(2, UUID.class));
              }
            }
          }
          return people;
        });
  }

  @Override
  public List<Kept> of(Collection<UUID> people) {
    String sql =
        """
        select c.id, c.word, c.purpose, c.party, c.at, c.channel, c.notice, t.body, c.recorder, c.recorded, c.entry
          from consent c join consent_text t on t.digest = c.text
         where c.person = any(?) order by c.place
        """;
    return ask(
        connection -> {
          List<Kept> all = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", people.toArray()));
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                all.add(kept(rows));
              }
            }
          }
          return all;
        });
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Statement statement =
        new Statement(
            Word.valueOf(row.getString(2)),
            row.getString(3),
            Optional.of(row.getString(4)).filter(party -> !party.isEmpty()),
            instant(row, 5),
            new Ground(row.getString(6), row.getString(7), row.getString(8)));
    return new Kept(
        new ConsentId(row.getString(1)),
        statement,
        row.getString(9),
        instant(row, 10),
        row.getLong(11));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
