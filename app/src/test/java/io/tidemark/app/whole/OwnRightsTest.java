package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.custody.SealedChunk;
import io.tidemark.formats.bundle.OwnerFile;
import io.tidemark.history.Event;
import io.tidemark.ledger.Entry;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.home.Home;
import io.tidemark.store.records.CorrectedRecords;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people ask of their own data: a copy, a correction, the reasons of a refusal. */
final class OwnRightsTest {
  private static final String MOBILE = "13800138001";
  private static final String OTHER_MOBILE = "13800138002";
  private static final String NEW_MOBILE = "13900139001";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder = Path.of(".");
  private Desk desk = new Desk(Path.of("."));
  private String officer = "";
  private String clerk = "";

  @BeforeEach
  void openACounter() throws Exception {
    Counter counter = Counter.open(folder);
    desk = counter.desk();
    officer = counter.enrol("liu.min");
    clerk = counter.enrol("lin.na");
  }

  private Desk.Said typed(String person, String lines, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--as", person, "--json"));
    args.addAll(List.of("--credential", person.equals("lin.na") ? clerk : officer));
    return desk.given(lines, args.toArray(String[]::new));
  }

  private Desk.Said correct(String field, String value) {
    return typed(
        "liu.min",
        Counter.POLICY + "\n" + value,
        "owner",
        "correct",
        "--policy",
        "-",
        "--field",
        field,
        "--why",
        "asked by letter");
  }

  private JsonNode copied() throws Exception {
    Path out = Files.createTempDirectory(folder, "copy").resolve("copy.json");
    typed("liu.min", Counter.POLICY, "owner", "copy", "--policy", "-", "--out", out.toString())
        .ends(0);
    return JSON.readTree(Files.readString(out));
  }

  private static String value(JsonNode copy, String field) {
    for (JsonNode one : copy.get("records").get(0).get("fields")) {
      if (one.get("zh").asString().equals(field)) {
        return one.get("canonical").asString();
      }
    }
    return "";
  }

  private static JsonNode purpose(JsonNode copy, String id) {
    for (JsonNode one : copy.get("records").get(0).get("purposes")) {
      if (one.get("purpose").asString().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no purpose " + id);
  }

  private JsonNode deposit(String mobile, String expiry) throws Exception {
    String rows =
        String.join(",", Counter.NAME, mobile, Counter.PLATE, Counter.POLICY, expiry) + "\n";
    return desk.json(
        0, "deposit", Counter.file(folder, "again.csv", "姓名,手机号,车牌号,保单号,终保日期\n" + rows));
  }

  private JsonNode changes(String... more) {
    List<String> command = new ArrayList<>(List.of("owner", "changes", "--policy", "-"));
    command.addAll(List.of(more));
    return typed("liu.min", Counter.POLICY, command.toArray(String[]::new))
        .ends(0)
        .json()
        .get("changes");
  }

  @Test
  void aCopyHoldsAllThatIsKeptWithGradePurposesAndOrigin() throws Exception {
    Path out = folder.resolve("copy.json");
    JsonNode said =
        typed("liu.min", MOBILE, "owner", "copy", "--phone", "-", "--out", out.toString())
            .ends(0)
            .json();
    assertThat(Files.getPosixFilePermissions(out))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(said.toString()).doesNotContain(MOBILE, Counter.NAME);
    JsonNode copy = JSON.readTree(Files.readString(out));
    assertThat(copy.get("records").size()).isEqualTo(1);
    JsonNode mobile = copy.get("records").get(0).get("fields").get(1);
    assertThat(mobile.get("value").asString()).isEqualTo(MOBILE);
    assertThat(mobile.get("grade").asString()).isEqualTo("sensitive");
    assertThat(mobile.get("scales").get("JR/T 0197-2020").asString()).isEqualTo("3 told");
    assertThat(value(copy, "姓名")).isEqualTo(Counter.NAME);
    assertThat(purpose(copy, "underwriting").get("until").asString())
        .isEqualTo(LocalDate.of(2027, 3, 1).plusDays(1826).toString());
    assertThat(purpose(copy, "marketing").get("stopped").asBoolean()).isTrue();
    JsonNode origin = copy.get("records").get(0).get("origin");
    assertThat(origin.get("kind").asString()).isEqualTo("deposit");
    assertThat(Files.readString(out)).doesNotContain(OTHER_MOBILE, Counter.OTHER);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Ledgers ledger = Ledgers.of(home);
      assertThat(ledger.values("owner-copy", "export"))
          .containsExactly(said.get("copy").asString());
      assertThat(ledger.values("owner-copy", "permit")).hasSize(1);
      assertThat(home.journal().size()).isGreaterThan(origin.get("entry").asLong());
    }
    Path table = folder.resolve("copy.csv");
    typed("liu.min", Counter.POLICY, "owner", "copy", "--policy", "-", "--out", table.toString())
        .ends(0);
    assertThat(Files.readString(table)).contains("手机号", MOBILE, "underwriting 2032-02-29");
  }

  @Test
  void nobodyElseIsGivenACopyAndANumberOfBeforeFindsNobody() throws Exception {
    String out = folder.resolve("no.json").toString();
    typed("lin.na", Counter.POLICY, "owner", "copy", "--policy", "-", "--out", out)
        .ends(4)
        .because("giving people their own history");
    desk.type("owner", "copy", "--policy", "-", "--out", out).ends(4);
    correct("手机号", NEW_MOBILE).ends(0);
    typed("liu.min", MOBILE, "owner", "copy", "--phone", "-", "--out", out)
        .ends(4)
        .because("nobody has the number");
    assertThat(Path.of(out)).doesNotExist();
    typed("liu.min", NEW_MOBILE, "owner", "copy", "--phone", "-", "--out", out).ends(0);
  }

  @Test
  void anOldFileDoesNotUndoACorrection() throws Exception {
    JsonNode done = correct("手机号", NEW_MOBILE).ends(0).json();
    assertThat(done.get("records").asInt()).isEqualTo(1);
    assertThat(value(copied(), "手机号")).isEqualTo(NEW_MOBILE);
    JsonNode again = deposit(MOBILE, "2027-03-01");
    assertThat(again.get("corrections_kept").asInt()).isEqualTo(1);
    assertThat(again.get("unchanged").asInt()).isEqualTo(1);
    JsonNode renewed = deposit(MOBILE, "2028-03-01");
    assertThat(renewed.get("updated").asInt()).isEqualTo(1);
    assertThat(value(copied(), "手机号")).isEqualTo(NEW_MOBILE);
    assertThat(value(copied(), "终保日期")).isEqualTo("2028-03-01");
    JsonNode blank = deposit("", "2028-03-01");
    assertThat(blank.get("unchanged").asInt()).isEqualTo(1);

    JsonNode news = deposit("13700137001", "2028-03-01");
    assertThat(news.get("corrections_overtaken").asInt()).isEqualTo(1);
    assertThat(value(copied(), "手机号")).isEqualTo("13700137001");
    JsonNode told = changes("--values").get(0);
    assertThat(told.get("before").asString()).isEqualTo(MOBILE);
    assertThat(told.get("after").asString()).isEqualTo(NEW_MOBILE);
    assertThat(told.get("why").asString()).isEqualTo("asked by letter");
    assertThat(told.get("actor").asString()).isEqualTo("liu.min");
    assertThat(told.get("ended").asLong()).isEqualTo(news.get("entry").asLong());
    desk.type("ledger", "fsck").ends(0);
  }

  @Test
  void whatTheyRefusedAndTheirHistoryGoAlongUnderAnotherKey() throws Exception {
    typed(
            "liu.min",
            Counter.POLICY,
            "consent",
            "refuse",
            "--purpose",
            "renewal-service",
            "--policy",
            "-",
            "--channel",
            "phone",
            "--notice",
            "2026-11")
        .ends(0);
    Path before = export("before.zip");
    correct("手机号", NEW_MOBILE).ends(0);
    correct("姓名", "欧阳试丙").ends(0);
    JsonNode copy = copied();
    assertThat(purpose(copy, "renewal-service").get("stopped").asBoolean()).isTrue();
    assertThat(copy.get("consents").get("@graph").size()).isEqualTo(1);
    Path after = export("after.zip");
    assertThat(OwnerFile.read(after).events().stream().map(Event::kind).toList())
        .containsExactly(
            "deposit", "consent", "owner-export", "correction", "correction", "owner-copy");
    assertThat(OwnerFile.read(after).events().get(1).value("said"))
        .hasValue("refuse renewal-service - 1");
    JsonNode met = desk.json(0, "verify", before.toString(), after.toString());
    assertThat(met.get("valid").asBoolean()).isTrue();
    assertThat(met.toString()).contains("same-history");
    desk.type("ledger", "fsck").ends(0);
  }

  private Path export(String name) {
    Path out = folder.resolve(name);
    typed("liu.min", Counter.POLICY, "owner", "export", "--policy", "-", "--out", out.toString())
        .ends(0);
    return out;
  }

  @Test
  void whatCannotBeRightIsRefusedAndThePersonCanBeToldWhy() throws Exception {
    correct("手机号", "12345").ends(4).because("suspect-value");
    correct("终保日期", "someday").ends(4).because("suspect-value");
    correct("保单号", "PDAA2026000000000003").ends(4).because("names-the-record");
    correct("姓名", Counter.NAME).ends(4).because("says-so-already");
    typed(
            "lin.na",
            Counter.POLICY + "\n" + NEW_MOBILE,
            "owner",
            "correct",
            "--policy",
            "-",
            "--field",
            "手机号",
            "--why",
            "x")
        .ends(4)
        .because("correcting");
    typed(
            "liu.min",
            Counter.POLICY,
            "owner",
            "refuse",
            "--policy",
            "-",
            "--right",
            "erasure",
            "--reason",
            "claim-open")
        .ends(0);
    assertThat(value(copied(), "手机号")).isEqualTo(MOBILE);
    JsonNode told = changes();
    assertThat(told.size()).isEqualTo(5);
    assertThat(told.get(0).get("zh").asString()).contains("看来有误");
    assertThat(told.get(4).get("en").asString()).contains("a claim is not settled");
    assertThat(told.get(4).get("zh").asString()).contains("理赔案件尚未了结");
    try (Home home = Home.open(desk.home(), System.getenv())) {
      assertThat(Ledgers.of(home).values("refusal", "act")).contains("CORRECT");
      assertThat(Ledgers.of(home).values("right-refused", "rule"))
          .containsExactlyInAnyOrder(
              "suspect-value", "names-the-record", "says-so-already", "claim-open");
    }
  }

  /** A table that joins later and names people by their key has to go along. */
  @Test
  void noColumnKeepsTheKeyOfBefore() throws Exception {
    try (Home home = Home.open(desk.home(), System.getenv())) {
      long token =
          home.vault().tokens().locator(Locator.POLICY_NUMBER, PersonalText.of(Counter.POLICY));
      RoaringBitmap record =
          home.shelf().find(Locator.POLICY_NUMBER, List.of(token)).values().iterator().next();
      UUID before = home.consents().people(record).values().iterator().next();
      correct("手机号", "12345").ends(4);
      desk.json(0, "history", "publish");
      assertThat(columnsWith(home, before)).contains("person.key", "record_version.person");
      correct("手机号", NEW_MOBILE).ends(0);
      assertThat(columnsWith(home, before)).isEmpty();
      UUID after = home.consents().people(record).values().iterator().next();
      assertThat(after).isNotEqualTo(before);
    }
  }

  private static List<String> columnsWith(Home home, UUID key) throws Exception {
    EmbeddedDatabase database = home.embedded().orElseThrow();
    List<String> found = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        ResultSet columns =
            connection
                .createStatement()
                .executeQuery(
                    "select table_name, column_name from information_schema.columns"
                        + " where table_schema = 'public' and data_type = 'uuid'")) {
      while (columns.next()) {
        String sql =
            "select count(*) from %s where %s = '%s'"
                .formatted(columns.getString(1), columns.getString(2), key);
        try (ResultSet count = connection.createStatement().executeQuery(sql)) {
          count.next();
          if (count.getLong(1) > 0) {
            found.add(columns.getString(1) + "." + columns.getString(2));
          }
        }
      }
      assertThat(moved()).containsAll(personal(connection));
    }
    return found;
  }

  /** All columns that are named after a person's key. */
  private static List<String> personal(Connection connection) throws Exception {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .createStatement()
            .executeQuery(
                "select table_name from information_schema.columns where table_schema = 'public'"
                    + " and column_name = 'person' and data_type = 'uuid'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static List<String> moved() {
    List<String> moved = new ArrayList<>(CorrectedRecords.OF_A_PERSON);
    moved.addAll(List.of("record", "former_person"));
    return moved;
  }

  @Test
  void aDepositThatWasSealedBeforeACorrectionIsNotRecorded() throws Exception {
    correct("手机号", NEW_MOBILE).ends(0);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Entry entry = Entry.of("deposit").line("time", Instant.now()).line("actor", "x").build();
      SealedChunk stale =
          new SealedChunk(List.of(), List.of(), new SealedChunk.Seen(0, 0), Set.of());
      assertThatThrownBy(() -> home.journal().record(entry, stale))
          .isInstanceOf(SealedChunk.TooLate.class);
    }
  }

  @Test
  void anErasureTakesCorrectionsAndReasonsAlong() throws Exception {
    correct("手机号", NEW_MOBILE).ends(0);
    correct("手机号", "12345").ends(4);
    typed("liu.min", Counter.POLICY, "erase", "--policy", "-", "--why", "asked for").ends(0);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      EmbeddedDatabase database = home.embedded().orElseThrow();
      String sql =
          "select (select count(*) from correction) + (select count(*) from right_refused)";
      try (Connection connection =
              DriverManager.getConnection(
                  database.jdbcUrl(), database.user(), database.password());
          ResultSet row = connection.createStatement().executeQuery(sql)) {
        row.next();
        assertThat(row.getLong(1)).isZero();
      }
    }
    assertThat(deposit(MOBILE, "2027-03-01").get("erased_before").asInt()).isEqualTo(1);
    assertThat(deposit(NEW_MOBILE, "2027-03-01").get("erased_before").asInt()).isEqualTo(1);
  }
}
