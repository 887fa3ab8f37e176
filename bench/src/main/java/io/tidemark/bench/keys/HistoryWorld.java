package io.tidemark.bench.keys;

import io.tidemark.bench.Ground;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.NewHome;
import io.tidemark.store.register.Bitmaps;
import io.tidemark.terms.DisclosureId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * A home with many people, laid into its tables without records that anybody could open: person n
 * has record n. All were deposited by entry 0.
 */
final class HistoryWorld implements AutoCloseable {
  /** Whose history is long. */
  static final int OWNER = 1;

  private final Home home;
  private final Connection database;
  private final int people;

  HistoryWorld(Path folder, int people) throws Exception {
    this.people = people;
    home = Home.create(folder, NewHome.usual().named("bench.example"), Map.of());
    database = Ground.connection(folder);
    record("deposit", entry -> entry.line("actor", "operator"));
    try (Statement lay = database.createStatement()) {
      lay.execute("set session_replication_role = replica"); // what is laid is whole by itself
      lay.execute(
          "create temporary view p as select n, uuid_in(md5('p' || n)::cstring) as key from"
              + " generate_series(1, "
              + people
              + ") n");
      lay.execute("insert into person (key, salt) select key, decode(md5('s' || n), 'hex') from p");
      lay.execute("insert into record (id, key, person, version) select n, key, key, key from p");
      lay.execute(
          "insert into record_version (record, entry, person, version, epoch, box, commitment, offers)"
              + " select n, 0, key, key, 1, '', '', '' from p");
      lay.execute("analyze person, record, record_version");
      lay.execute("reset session_replication_role");
    }
  }

  Home home() {
    return home;
  }

  private interface Lines {
    void add(Entry.Builder entry);
  }

  private long record(String kind, Lines lines) {
    Entry.Builder entry = Entry.of(kind).line("time", Instant.now());
    lines.add(entry);
    return home.journal().record(entry.build()).index();
  }

  /** A list of the first people, to one of some parties. */
  void disclose(int list, int count) throws SQLException {
    RoaringBitmap records = new RoaringBitmap();
    records.add(OWNER, OWNER + (long) count);
    DisclosureId id = DisclosureId.random();
    long index =
        record(
            "disclosure",
            entry ->
                entry
                    .line("actor", "wang.fang")
                    .line("disclosure", id)
                    .line("to", "ag-" + list % 200)
                    .line("purpose", list % 3 == 0 ? "claims" : "renewal-service")
                    .line("basis", "grant g-" + "0123456789abcdef".substring(list % 8) + list % 40)
                    .line("channel", "file")
                    .line(
                        "columns", "NAME=PLAIN MOBILE=MASKED PLATE=PLAIN MODEL=PLAIN EXPIRY=PLAIN")
                    .line("people", 1_000 + list * 37 % 4_000));
    String sql =
        "insert into disclosure (id, party, purpose, forms, records, people, honey, as_of, entry,"
            + " target, writer, people_digest, opened_at, state)"
            + " values (?, 'p', 'q', '{}', ?, ?, 0, ?, ?, '', '', '', now(), 'released')";
    try (PreparedStatement insert = database.prepareStatement(sql)) {
      insert.setString(1, id.text());
      insert.setBytes(2, Bitmaps.bytes(records));
      insert.setInt(3, Math.min(count, people));
      insert.setLong(4, index);
      insert.setLong(5, index);
      insert.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
    home.close();
  }
}
