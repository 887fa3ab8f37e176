package io.tidemark.bench.tracing.scale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a home's database with disclosures that were never made, row by row as the product would
 * have written them: 100 people each, drawn from everybody, so that a person has ten holders on
 * average. Their records are never opened, so none is sealed.
 *
 * @param connection a connection to the home's database
 * @param real how many records are truly in custody
 */
record Filling(Connection connection, int real) {
  static final int PEOPLE_EACH = 100;
  static final int HOLDERS = 10;
  private static final int MOST_PARTIES = 20_000;
  private static final int MOST_HOLDERS = 1_000;

  /** How many of the truly leaked people have as many holders as anybody. */
  private static final int HELD_MOST = 10;

  /**
   * Fills up.
   *
   * @param from how many were filled in before
   * @param disclosures how many there are to be
   * @param seed of the draws
   */
  void fill(int from, int disclosures, long seed) throws SQLException {
    int people = disclosures * PEOPLE_EACH / HOLDERS;
    int parties = Math.min(MOST_PARTIES, Math.max(100, disclosures / 10));
    try (Statement sql = connection.createStatement()) {
      sql.execute("select setseed(" + (seed % 1_000) / 1_000.0 + ")");
      sql.execute("drop index if exists holding_by_record");
      sql.execute("drop index if exists locator_token");
    }
    run(
        "insert into record (id, key, person, version)"
            + " select n, gen_random_uuid(), (select key from person limit 1), gen_random_uuid()"
            + " from generate_series(greatest(?, (select max(id) from record)) + 1, ?) n",
        real,
        people);
    run(
        "insert into locator (token, record)"
            + " select ('x' || substr(md5(n || 'of' || kind), 1, 16))::bit(64)::bigint, n"
            + " from generate_series(greatest(?, (select max(record) from locator)) + 1, ?) n,"
            + " generate_series(1, 2) kind",
        real,
        people);
    run(
        "insert into disclosure (id, party, purpose, forms, records, people, honey, as_of, entry, target, writer, state)"
            + " select 'd-ffff' || lpad(n::text, 12, '0'), 'sp-' || n % ?, purpose, forms, ''::bytea, ?, 0, as_of, entry, '', '', 'released'"
            + " from generate_series(?, ?) n, (select * from disclosure order by number limit 1) any_real",
        parties, PEOPLE_EACH, from + 1, disclosures);
    run(
        "insert into holding (record, disclosure)"
            + " select 1 + floor(random() * ?)::int, d.number from disclosure d, generate_series(1, ?)"
            + " where d.id like 'd-ffff%' and substr(d.id, 7)::bigint between ? and ?",
        people, PEOPLE_EACH, from + 1, disclosures);
    run(
        "insert into holding (record, disclosure)"
            + " select r, d.number from generate_series(1, ?) r,"
            + " (select number from disclosure where id like 'd-ffff%' and number % ? = 0 limit ?) d"
            + " where not exists (select from holding h where h.record = r and h.disclosure = d.number)",
        from == 0 ? HELD_MOST : 0, Math.max(1, disclosures / MOST_HOLDERS), MOST_HOLDERS - HOLDERS);
    run(
        "insert into given (party, people) select party, sum(people) from disclosure group by party"
            + " on conflict (party) do update set people = excluded.people");
  }

  /** Makes what an inquiry looks up by: the time that it takes is the time of loading. */
  double index() throws SQLException {
    long begun = System.nanoTime();
    try (Statement sql = connection.createStatement()) {
      sql.execute("create index holding_by_record on holding (record) include (disclosure)");
      sql.execute("create index locator_token on locator (token)");
      sql.execute("vacuum analyze"); // as the database does by itself, in its time
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private void run(String statement, Object... values) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        sql.setObject(i + 1, values[i]);
      }
      sql.execute();
    }
  }
}
