package io.tidemark.store.history;

import io.tidemark.history.Event;
import io.tidemark.history.Histories;
import io.tidemark.history.Leaf;
import io.tidemark.history.MapProof;
import io.tidemark.history.OwnerExported;
import io.tidemark.history.OwnerSecret;
import io.tidemark.history.PublishedRoot;
import io.tidemark.history.RootPublished;
import io.tidemark.history.Subtree;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.register.Sql;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import io.tidemark.vault.HistorySecrets;
import io.tidemark.vault.Salt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;

/** Histories in the tables {@code history_…}. Thread-safe, over all nodes. */
public final class PostgresHistories implements Histories {
  /** The advisory lock of whoever folds ("hist"). */
  private static final long FOLDING = 0x68697374L;

  private static final String CURRENT =
      "select r.number, r.people, r.root, r.entries, r.entry,"
          + " coalesce((select p.entry from history_root p where p.number = r.number - 1), -1)"
          + " from history_root r order by r.number desc limit 1";

  private static final String PENDING =
      Event.kinds().stream()
          .sorted()
          .map(kind -> "position('tidemark/" + kind + "/'::bytea in body) = 1")
          .collect(
              Collectors.joining(
                  " or ",
                  "select exists (select 1 from ledger_entry where index >= ? and (",
                  "))"));

  private final DataSource database;
  private final HistorySecrets secrets;

  /** Histories in this database, of people with these secrets. */
  public PostgresHistories(DataSource database, HistorySecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(
            RootPublished.class,
            (connection, index, published) -> {
              PublishedRoot root = published.root();
              Sql.run(
                  connection,
                  "insert into history_root (number, people, root, entries, entry)"
                      + " values (?, ?, ?, ?, ?)",
                  root.number(),
                  root.people(),
                  root.root().bytes(),
                  root.entries(),
                  index);
            })
        .with(
            OwnerExported.class,
            (connection, index, exported) ->
                Sql.run(
                    connection,
                    "insert into owner_export (entry, person) values (?, ?)",
                    index,
                    exported.person()));
  }

  /** Asks or changes within one transaction. */
  private interface Asked<T> {
    T of(Connection connection) throws SQLException;
  }

  /** In one transaction that sees one moment. */
  private static <T> T within(Connection connection, Asked<T> work) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T answer = work.of(connection);
      connection.commit();
      done = true;
      return answer;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  private <T> T within(Asked<T> work) {
    try (Connection connection = database.getConnection()) {
      return within(connection, work);
    } catch (SQLException e) {
      throw unanswered(e);
    }
  }

  private static IllegalStateException unanswered(SQLException e) {
    return new IllegalStateException("the database did not answer", e);
  }

  @Override
  public Current current() {
    return within(PostgresHistories::current);
  }

  static Current current(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CURRENT);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return new Current(PublishedRoot.NONE, -1);
      }
      PublishedRoot root =
          new PublishedRoot(
              row.getLong(1),
              row.getLong(2),
              Digest.of(row.getBytes(3)),
              row.getLong(4),
              row.getLong(6));
      return new Current(root, row.getLong(5));
    }
  }

  @Override
  public boolean pending(long from) {
    return within(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(PENDING)) {
            select.setLong(1, from);
            try (ResultSet row = select.executeQuery()) {
              return row.next() && row.getBoolean(1);
            }
          }
        });
  }

  /** The lock ends with the session when this process dies. */
  @Override
  public <T> T alone(Function<Turn, T> work) {
    try (Connection connection = database.getConnection()) {
      lock(connection, "select pg_advisory_lock(?)");
      try {
        return work.apply(new Held(connection));
      } finally {
        lock(connection, "select pg_advisory_unlock(?)");
      }
    } catch (SQLException e) {
      throw unanswered(e);
    }
  }

  private static void lock(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, FOLDING);
      select.execute();
    }
  }

  /** The turn of whoever holds the lock. */
  private final class Held implements Turn {
    private final Connection connection;

    Held(Connection connection) {
      this.connection = connection;
    }

    private <T> T asked(Asked<T> work) {
      try {
        return within(connection, work);
      } catch (SQLException e) {
        throw unanswered(e);
      }
    }

    @Override
    public Current current() {
      return asked(PostgresHistories::current);
    }

    @Override
    public PublishedRoot fold(long before) {
      return asked(
          held -> {
            Current current = PostgresHistories.current(held);
            long number = current.root().number() + 1;
            new Folding(held, secrets).fold(number, current.root().entries(), before);
            Subtree map = new Nodes(held, number).raise();
            return new PublishedRoot(number, map.leaves(), map.hash(), before, current.entry());
          });
    }

    @Override
    public void sweep() {
      asked(
          held -> {
            long number = PostgresHistories.current(held).root().number();
            Sql.run(
                held,
                "delete from history_head old using history_head new where new.root = ?"
                    + " and old.map_key = new.map_key and old.root < new.root",
                number);
            return Sql.run(
                held,
                "delete from history_node old using history_node new where new.root = ?"
                    + " and old.depth = new.depth and old.prefix = new.prefix"
                    + " and old.root < new.root",
                number);
          });
    }
  }

  /**
   * What is wrong with the published roots, recomputed from what was recorded; nothing if sound.
   */
  public List<Words> recount() {
    return within(connection -> new Recount(connection, secrets).faults());
  }

  /** Whose records these are now, with the secret of each who was not erased. */
  public Map<UUID, OwnerSecret> people(RoaringBitmap records) {
    Integer[] wanted = new Integer[records.getCardinality()];
    int at = 0;
    for (int record : records) {
      wanted[at++] = record;
    }
    return within(
        connection -> {
          Map<UUID, OwnerSecret> people = new TreeMap<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select p.key, p.salt from record r join person p on p.key = r.person"
                      + " where r.id = any(?) and p.salt is not null")) {
            select.setArray(1, connection.createArrayOf("integer", wanted));
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                people.put(
                    rows.getObject(1, UUID.class),
                    new OwnerSecret(secrets.of(Salt.of(rows.getBytes(2)))));
              }
            }
          }
          return people;
        });
  }

  /** Where a person stands under the root that counts. */
  public Standing standing(UUID person, OwnerSecret secret) {
    return within(
        connection -> {
          Current current = current(connection);
          long number = current.root().number();
          MapProof proof = proof(new Nodes(connection, number), secret.mapKey());
          return new Standing(
              current, EventDigests.events(connection, entries(connection, person, number)), proof);
        });
  }

  private static List<Long> entries(Connection connection, UUID person, long number)
      throws SQLException {
    List<Long> entries = new ArrayList<>();
    String sql = "select entries from history_event where person = ? and root <= ? order by root";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, person);
      select.setLong(2, number);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.addAll(Arrays.asList((Long[]) rows.getArray(1).getArray()));
        }
      }
    }
    return entries;
  }

  /** From the smallest kept part in which two people stand. */
  private static MapProof proof(Nodes nodes, Digest key) throws SQLException {
    byte[] bytes = key.bytes();
    int upper = bytes[0] & 0xff;
    List<Leaf> part = nodes.leaves(Nodes.LOWER, upper << Nodes.UPPER | bytes[1] & 0xff);
    if (part.size() > 1) {
      List<Digest> above = beside(nodes.kept(Nodes.UPPER, 0), upper);
      above.addAll(beside(nodes.kept(Nodes.LOWER, upper << Nodes.UPPER), bytes[1] & 0xff));
      return MapProof.of(key, above, part);
    }
    part = nodes.leaves(Nodes.UPPER, upper);
    return part.size() > 1
        ? MapProof.of(key, beside(nodes.kept(Nodes.UPPER, 0), upper), part)
        : MapProof.of(key, List.of(), nodes.leaves(0, 0));
  }

  /** The hashes beside the way from above these nodes down to one of them. */
  private static List<Digest> beside(Subtree[] nodes, int place) {
    List<Digest> beside = new ArrayList<>();
    int from = 0;
    int to = nodes.length;
    while (to - from > 1) {
      int middle = (from + to) >>> 1;
      boolean right = place >= middle;
      Subtree other = right ? Nodes.over(nodes, from, middle) : Nodes.over(nodes, middle, to);
      beside.add(other.hash());
      from = right ? middle : from;
      to = right ? to : middle;
    }
    return beside;
  }
}
