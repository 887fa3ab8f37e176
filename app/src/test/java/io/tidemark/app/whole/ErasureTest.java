package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.home.Home;
import io.tidemark.terms.RequestId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;

/** Who is erased is gone from every file of the home, does not come back, and breaks no proof. */
final class ErasureTest {
  private static final int PEOPLE = 300;
  private static final int POLICY_NUMBER = PortfolioGenerator.COLUMNS.indexOf("保单号");
  private static final int INCEPTION = PortfolioGenerator.COLUMNS.indexOf("起保日期");

  @TempDir private Path folder = Path.of(".");
  private Desk desk = new Desk(Path.of("."));
  private List<List<String>> rows = List.of();
  private String number = "";

  @BeforeEach
  void makeAHome() throws Exception {
    desk = Homes.small(folder);
    for (String person : List.of("liu.min", "chen.wei")) {
      desk.json(0, "people", "enrol", person, "--key-out", credential(person));
    }
    rows = new PortfolioGenerator(5, PEOPLE, Untidiness.none()).rows().limit(PEOPLE).toList();
    number = rows.get(7).get(POLICY_NUMBER);
    deposit("portfolio.csv", rows);
  }

  private String credential(String person) {
    return folder.resolve(person + ".key").toString();
  }

  private JsonNode deposit(String name, List<List<String>> policies) throws Exception {
    Path file = folder.resolve(name);
    PortfolioFile.write(
        file, StandardCharsets.UTF_8, PortfolioGenerator.COLUMNS, policies.stream());
    return desk.json(0, "deposit", file.toString());
  }

  private Desk.Said typed(String person, String typed, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--as", person, "--credential", credential(person), "--json"));
    return desk.given(typed, args.toArray(String[]::new));
  }

  private JsonNode erase(String policy) {
    return typed("liu.min", policy, "erase", "--policy", "-", "--why", "asked for").ends(0).json();
  }

  private Path disclosed() {
    return Homes.copy(desk, folder.resolve("copy.csv"));
  }

  private static Connection connect(Home home) throws Exception {
    EmbeddedDatabase database = home.embedded().orElseThrow();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  /** Salts and the middles of boxes of the person whose policy this is: what must go. */
  private List<byte[]> secrets(Home home) throws Exception {
    long token =
        home.vault()
            .tokens()
            .locator(
                io.tidemark.vault.Locator.POLICY_NUMBER, io.tidemark.terms.PersonalText.of(number));
    String sql =
        "select p.salt, v.box from locator l join record r on r.id = l.record"
            + " join person p on p.key = r.person join record_version v on v.record = r.id"
            + " where l.token = ?";
    List<byte[]> secrets = new ArrayList<>();
    try (Connection connection = connect(home);
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, token);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          secrets.add(row.getBytes(1));
          secrets.add(Arrays.copyOfRange(row.getBytes(2), 40, 72));
        }
      }
    }
    assertThat(secrets).isNotEmpty();
    return secrets;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private long found(List<byte[]> secrets) throws Exception {
    long found = 0;
    for (Path file : Folders.files(desk.home())) {
      String bytes = text(Files.readAllBytes(file));
      found += secrets.stream().filter(secret -> bytes.contains(text(secret))).count();
    }
    return found;
  }

  @Test
  void nothingOfTheErasedIsLeftInAnyFileOfTheHome() throws Exception {
    disclosed();
    List<byte[]> secrets;
    try (Home home = Home.open(desk.home(), System.getenv())) {
      secrets = secrets(home);
    }
    assertThat(found(secrets)).as("they can be found at all").isPositive();

    JsonNode said = erase(number);
    assertThat(said.get("people").asInt()).isEqualTo(1);
    assertThat(said.get("archived").asInt()).isEqualTo(1);
    assertThat(said.get("shredded").asBoolean()).isTrue();

    assertThat(found(secrets)).isZero();
    Needles values = new Needles(Set.copyOf(rows.get(7).subList(0, 5)));
    for (Path file : Folders.files(desk.home())) {
      assertThat(values.in(file)).as("%s", file).isEmpty();
    }
    typed("liu.min", number, "erase", "--policy", "-", "--why", "once more")
        .ends(3)
        .because("none of them is in custody");
    desk.type("ledger", "fsck").ends(0);
  }

  @Test
  void ledgerTraceAndEvidenceStillHold() throws Exception {
    Path copy = disclosed();
    String before = desk.json(0, "trace", copy.toString()).get("case").asString();

    erase(number);

    desk.type("ledger", "fsck").ends(0);
    verifies(before, "before.zip");
    Path later = folder.resolve("later.csv");
    Files.writeString(later, Files.readString(copy) + "\n");
    JsonNode traced = desk.json(0, "trace", later.toString());
    assertThat(traced.get("accused").get(0).get("party").asString()).isEqualTo("ag-0001");
    assertThat(traced.get("rows").get("foreign").asInt()).isPositive();
    verifies(traced.get("case").asString(), "after.zip");
  }

  private void verifies(String caseId, String name) {
    String bundle = folder.resolve(name).toString();
    desk.json(0, "evidence", caseId, "--out", bundle);
    JsonNode verified =
        Desk.say(List.of("verify", bundle, "--json", "--lang", "en")).ends(0).json();
    assertThat(verified.get("valid").asBoolean()).isTrue();
    assertThat(verified.get("checks").toString()).contains("1 cannot be made again");
  }

  @Test
  void whoeverIsNotTheOfficerErasesNobodyAndOpensNoArchive() throws Exception {
    typed("chen.wei", number, "erase", "--policy", "-", "--why", "x")
        .ends(4)
        .because("erasing a person");
    desk.type("erase", "--subjects", folder.resolve("portfolio.csv").toString(), "--why", "x")
        .ends(4)
        .because("erasing a person");
    typed("chen.wei", number, "archive", "--policy", "-", "--why", "x")
        .ends(4)
        .because("restricted archive");
    try (Home home = Home.open(desk.home(), System.getenv())) {
      secrets(home);
      assertThat(Ledgers.of(home).values("refusal", "act")).contains("ERASE", "ARCHIVE");
    }
  }

  @Test
  void whoReceivedWhatIsKeptForTheOfficerAndGoesByItself() throws Exception {
    disclosed();
    erase(number);
    JsonNode kept =
        typed("liu.min", number, "archive", "--policy", "-", "--why", "supervisor").ends(0).json();
    assertThat(kept.get("provided").size()).isEqualTo(1);
    assertThat(kept.get("provided").get(0).asString())
        .contains("ag-0001", "renewal-service", "MOBILE=PLAIN");
    try (Home home = Home.open(desk.home(), System.getenv());
        Connection connection = connect(home)) {
      assertThat(Ledgers.of(home).values("archive-opening", "found")).containsExactly("1");
      connection.createStatement().execute("update archive set until = now()");
    }
    typed("liu.min", number, "archive", "--policy", "-", "--why", "supervisor").ends(1);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      assertThat(Ledgers.of(home).values("archive-end", "people")).containsExactly("1");
    }
  }

  @Test
  void anOldFileBringsNobodyBackAndALaterPolicyIsANewRelation() throws Exception {
    JsonNode erased = erase(number);
    JsonNode again = deposit("again.csv", rows);
    assertThat(again.get("accepted").asInt()).isZero();
    assertThat(again.get("erased_before").asInt()).isEqualTo(erased.get("records").asInt());

    List<String> later = new ArrayList<>(rows.get(7));
    later.set(POLICY_NUMBER, number.substring(0, number.length() - 4) + "9999");
    later.set(INCEPTION, LocalDate.now().minusDays(1).toString());
    assertThat(deposit("earlier.csv", List.of(later, rows.get(0))).get("erased_before").asInt())
        .as("another number of before")
        .isEqualTo(1);
    later.set(INCEPTION, LocalDate.now().plusDays(2).toString());
    assertThat(deposit("later.csv", List.of(later)).get("accepted").asInt()).isEqualTo(1);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      assertThat(home.disclosures().records()).as("no number is given twice").isGreaterThan(PEOPLE);
    }
  }

  @Test
  void whoIsErasedIsInNoListThatWasAskedForBefore() throws Exception {
    Files.writeString(
        folder.resolve("more.yaml"),
        """
        parties:
          - {id: dp-claims, kind: department, parent: hq, name: 理赔部}
        people:
          - {id: zhao.lei, party: hq, duties: [approver]}
        """);
    desk.json(0, "chain", "apply", folder.resolve("more.yaml").toString());
    desk.json(0, "people", "enrol", "zhao.lei", "--key-out", credential("zhao.lei"));
    JsonNode asked =
        desk.json(
            0,
            "request",
            "--to",
            "dp-claims",
            "--purpose",
            "renewal-service",
            "--columns",
            "姓名,车牌号,厂牌型号,地址",
            "--where",
            "终保日期 2020-01-01..2099-12-31");
    String request = asked.get("request").asString();
    RequestId id = new RequestId(request);
    try (Home home = Home.open(desk.home(), System.getenv());
        Connection connection = connect(home)) {
      RoaringBitmap before = home.requests().records(id);
      int erased = erase(number).get("records").asInt();
      assertThat(home.requests().records(id).getCardinality())
          .isEqualTo(before.getCardinality() - erased);
      putBack(connection, request, before);
    }
    for (String person : List.of("chen.wei", "zhao.lei", "liu.min")) {
      desk.type("approve", request, "--as", person, "--credential", credential(person));
    }
    desk.type("disclose", request, "--out", folder.resolve("late.csv").toString())
        .ends(5)
        .because("somebody else moved it");
    assertThat(folder.resolve("late.csv")).doesNotExist();
  }

  /** What a process would release that had read the list before. */
  private static void putBack(Connection connection, String request, RoaringBitmap records)
      throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(records.serializedSizeInBytes());
    records.serialize(bytes);
    try (PreparedStatement update =
        connection.prepareStatement("update request set records = ?, people = ? where id = ?")) {
      update.setBytes(1, bytes.array());
      update.setInt(2, records.getCardinality());
      update.setString(3, request);
      update.executeUpdate();
    }
  }

  @Test
  void anOlderBackupBringsNobodyBack() throws Exception {
    List<byte[]> secrets;
    try (Home home = Home.open(desk.home(), System.getenv())) {
      secrets = secrets(home);
    }
    Path backup = folder.resolve("backup");
    desk.json(0, "backup", "--to", backup.toString());
    Instant before = Instant.now();
    desk.json(0, "deposit", folder.resolve("portfolio.csv").toString());
    erase(number);
    desk.json(0, "backup");
    Path restored = folder.resolve("restored");
    JsonNode said =
        new Desk(restored)
            .json(
                0,
                "restore",
                "--from",
                backup.toString(),
                "--until",
                before.toString(),
                "--master-key",
                desk.home().resolve("keys/master.key").toString());
    assertThat(said.get("lost").toString()).contains("erasure");
    desk = new Desk(restored);
    assertThat(found(secrets)).isZero();
    typed("liu.min", number, "erase", "--policy", "-", "--why", "x").ends(3);
    desk.type("ledger", "fsck").ends(0);
    try (Home home = Home.open(restored, System.getenv())) {
      Optional<String> why =
          Ledgers.of(home).values("erasure", "why").stream()
              .filter(one -> one.startsWith("as entry"))
              .findAny();
      assertThat(why).isPresent();
    }
  }
}
