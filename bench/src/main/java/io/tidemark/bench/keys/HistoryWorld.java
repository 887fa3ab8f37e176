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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.roaringbitmap.RoaringBitmap;

/**
 * A home with many people, laid into its tables without records that anybody could open: person n
 * has record n. All were deposited by entry 0.
 */
final class HistoryWorld implements AutoCloseable {
  /** Whose history is long. */
  static final int OWNER = 1;

  /** Keys are random and come in no order: indexes on them are made at the end. */
  private static final List<String> LAID =
      List.of(
          "alter table record drop constraint record_key_key",
          "alter table record drop constraint record_person_fkey",
          "drop index record_person",
          "set work_mem = '512MB'",
          "set maintenance_work_mem = '512MB'",
          "create temporary table p as select n, uuid_in(md5('p' || n)::cstring) as key"
              + " from generate_series(1, %d) n",
          "insert into person (key, salt) select key, decode(md5('s' || n), 'hex') from p order by key",
          "insert into record (id, key, person, version) select n, key, key, key from p",
          "insert into record_version (record, entry, person, version, epoch, box, commitment, offers)"
              + " select n, 0, key, key, 1, '', '', '' from p",
          "drop table p",
          "create index record_person on record (person)",
          "alter table record add constraint record_key_key unique (key)",
          "alter table record add constraint record_person_fkey foreign key (person) references person",
          "analyze person, record, record_version");

  /** A thousand events in three years. */
  private static final Duration APART = Duration.ofHours(26);

  private final SplittableRandom random;
  private Instant at = Instant.now().minus(Duration.ofDays(3 * 365));
  private final Home home;
  private final Connection database;
  private final int people;

  HistoryWorld(Path folder, long seed, int people) throws Exception {
    this.random = new SplittableRandom(seed);
    this.people = people;
    home = Home.create(folder, NewHome.usual().named("bench.example"), Map.of());
    database = Ground.connection(folder);
    record("deposit", entry -> entry.line("actor", "operator"));
    try (Statement lay = database.createStatement()) {
      for (String each : LAID) {
        lay.execute(each.formatted(people));
      }
    }
  }

  Home home() {
    return home;
  }

  private interface Lines {
    void add(Entry.Builder entry);
  }

  private long record(String kind, Lines lines) {
    at = at.plusNanos(random.nextLong(2 * APART.toNanos()));
    Entry.Builder entry = Entry.of(kind).line("time", at.truncatedTo(ChronoUnit.MILLIS));
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
