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

  @Test
  void requestsAndRenewalsFindTheirEntries() throws Exception {
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
  }
}
