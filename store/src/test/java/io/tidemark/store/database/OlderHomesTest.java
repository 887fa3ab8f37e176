package io.tidemark.store.database;

import static io.tidemark.store.database.TestHome.ask;
import static io.tidemark.store.database.TestHome.connect;
import static io.tidemark.store.database.TestHome.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A home with entries and requests of an older version is brought to this one. */
@Timeout(120)
class OlderHomesTest {
  private static TestHome home;
  private static EmbeddedDatabase database;

  @BeforeAll
  static void attach(@TempDir Path parent) throws Exception {
    home = new TestHome(parent);
    database = home.attach();
  }

  @AfterAll
  static void end() throws Exception {
    home.close();
  }

  private static void migrate(String version) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:io/tidemark/store/database/migration")
        .target(version)
        .load()
        .migrate();
  }

  private static void entry(long index, Entry.Builder entry) throws Exception {
    try (Connection connection = connect(database);
        PreparedStatement insert =
            connection.prepareStatement("insert into ledger_entry (index, body) values (?, ?)")) {
      insert.setLong(1, index);
      insert.setBytes(2, entry.build().bytes());
      insert.executeUpdate();
    }
  }

  private static void request(String id) throws Exception {
    run(
        database,
        "insert into request (id, actor, party, purpose, columns, people, records, policy, rule_grade, rule_people,"
            + " rule_quorum, rule_duties, approved_by, state, made, decide_by, use_by) values ('"
            + id
            + "', 'wang.fang', 'ag-0001', 'claims', '{NAME}', 1, '', '', 'GENERAL', 0, 1, '{}', '{}', 'WAITING', now(),"
            + " now(), now())");
  }

  private static void grant(String id) throws Exception {
    run(
        database,
        "insert into standing_grant (id, party, purpose, columns, forms, people, until, approvers, approved, state)"
            + " values ('"
            + id
            + "', 'ag-0001', 'claims', '{NAME}', '{}', 1, '2027-12-31', '{}', '{}', 'PROPOSED')");
  }

  /** Numbers as a batch of so many brought them: the last ones are kept back. */
  private static void batch(int numbers) throws Exception {
    int kept = (numbers + 19) / 20;
    run(
        database,
        "insert into alias_number (token, box, kind, line, held, kept) select (random() * 1e18)::bigint,"
            + " '', 'MOBILE', 'ax', n > "
            + (numbers - kept)
            + ", "
            + kept
            + " from generate_series(1, "
            + numbers
            + ") n order by n");
  }

  @Test
  void requestsAndRenewalsFindTheirEntriesAndAliasNumbersTheirBatches() throws Exception {
    migrate("21");
    request("r-asked");
    request("r-broken");
    request("r-lost");
    grant("g-before");
    grant("g-after");
    entry(0, Entry.of("init").line("time", "t").line("origin", "o"));
    entry(1, Entry.of("request").line("time", "t").line("request", "r-asked").line("to", "名"));
    entry(2, Entry.of("approval").line("time", "t").line("request", "r-asked").line("z", "z"));
    entry(
        3,
        Entry.of("disclosure")
            .line("time", "t")
            .line("basis", "break-glass r-broken")
            .line("rule", "break-glass"));
    entry(
        4,
        Entry.of("disclosure").line("basis", "request r-asked").line("rule", "approved-request"));
    entry(
        5,
        Entry.of("renewal")
            .line("time", "t")
            .line("grant", "g-after")
            .line("renews", "g-before")
            .line("until", "2027-12-31"));

    migrate("22");

    assertThat(ask(database, "select entry from request where id = 'r-asked'")).isEqualTo("1");
    assertThat(ask(database, "select entry from request where id = 'r-broken'")).isEqualTo("3");
    assertThat(ask(database, "select entry from request where id = 'r-lost'")).isNull();
    assertThat(ask(database, "select renews from standing_grant where id = 'g-after'"))
        .isEqualTo("g-before");
    assertThat(ask(database, "select renews from standing_grant where id = 'g-before'")).isNull();

    migrate("34");
    int[] sizes = {41, 1, 1, 20, 2, 1, 60, 21, 1};
    for (int size : sizes) {
      batch(size);
    }
    run(database, "insert into alias_holder (party, purpose) values ('ag-1', 'p'), ('ag-1', 'q')");
    run(
        database,
        "insert into alias_binding (number, holder, person, begun, until, ended, rests) values"
            + " (1, 1, gen_random_uuid(), 3, '2027-01-01', null, null),"
            + " (2, 2, null, 3, '2027-01-01', null, null),"
            + " (3, 1, null, 3, '2027-01-01', 5, '2027-06-01'),"
            + " (45, 1, gen_random_uuid(), 3, '2027-01-01', 5, null)");

    migrate("36");

    assertThat(ask(database, "select string_agg(lines::text, ' ' order by id) from alias_batch"))
        .isEqualTo("41 1 1 20 2 1 60 21 1");
    assertThat(
            ask(
                database,
                "select count(*) from (select batch from alias_number group by batch"
                    + " having max(id) - min(id) + 1 <> count(*)) torn"))
        .isEqualTo("0");
    assertThat(
            ask(
                database,
                "select string_agg(batch || ':' || given, ' ' order by batch) from alias_share"))
        .isEqualTo("1:3 4:0");
    assertThat(ask(database, "select number::text from alias_binding where probe")).isEqualTo("2");

    migrate("39");
    versionNineComesLast();
  }

  /** Homes that have all others say by rows who holds whom, and go on doing so. */
  private static void versionNineComesLast() throws Exception {
    run(database, "drop table folded_holding");
    run(database, "delete from flyway_schema_history where version = '9'");
    run(database, "insert into holding (record, disclosure) values (1, 1), (2, 1), (1, 2)");

    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("classpath:io/tidemark/store/database/migration")
        .outOfOrder(true)
        .load()
        .migrate();

    assertThat(ask(database, "select count(*) from folded_holding")).isEqualTo("0");
    assertThat(ask(database, "select string_agg(record || ':' || disclosure, ' ') from holding"))
        .isEqualTo("1:1 2:1 1:2");
  }
}
