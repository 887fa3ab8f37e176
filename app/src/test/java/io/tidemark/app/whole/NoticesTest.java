package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.home.Home;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is told when somebody refuses, withdraws or is erased, and what {@code notices} says of it.
 */
final class NoticesTest {
  private static final String RENEWAL = "renewal-service";
  private static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
        - {id: ag-0001, kind: agent, parent: hq, name: 锦程代理}
        - {id: ag-0002, kind: agent, parent: hq, name: 安达代理}
        - {id: pf-01, kind: platform, name: 车友互联平台}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
        - {id: sun.yue, party: hq, duties: [auditor]}
      grants:
        - {to: ag-0001, purpose: renewal-service, columns: [姓名, 手机号, 车牌号], people_at_most: 50, until: 2030-12-31, approved_by: [liu.min]}
        - {to: ag-0002, purpose: renewal-service, columns: [姓名, 终保日期], people_at_most: 50, until: 2030-12-31, approved_by: [liu.min]}
        - {to: pf-01, purpose: marketing, columns: [姓名, 车牌号], people_at_most: 50, until: 2030-12-31, approved_by: [liu.min]}
      """;

  @TempDir private Path folder = Path.of(".");
  private Desk desk;
  private Home held;

  @BeforeEach
  void found() throws Exception {
    desk = new Desk(folder.resolve("home"));
    desk.json(0, "init", "--chain", file("chain.yaml", CHAIN));
    held = Home.open(desk.home(), System.getenv());
    StringBuilder people = new StringBuilder("姓名,手机号,车牌号,保单号,终保日期\n");
    for (int number = 1; number <= 8; number++) {
      people.append(
          "欧阳试%s,1380013800%d,%s,%s,2027-03-0%d\n"
              .formatted(
                  "甲乙丙丁戊己庚辛".charAt(number - 1), number, plate(number), policy(number), number));
    }
    desk.json(0, "deposit", file("people.csv", people.toString()));
    for (String person : List.of("liu.min", "sun.yue")) {
      desk.json(0, "people", "enrol", person, "--key-out", credential(person));
    }
    disclose("ag-0001", RENEWAL, "姓名,手机号,车牌号", 1, 2, 3, 4, 5, 6);
    disclose("ag-0002", RENEWAL, "姓名,终保日期", 2, 3);
    say("give", 3, "--purpose", "marketing", "--recipient", "pf-01");
    disclose("pf-01", "marketing", "姓名,车牌号", 3);
  }

  @AfterEach
  void leave() {
    held.close();
  }

  private static String policy(int number) {
    return "PDAA2026%012d".formatted(number);
  }

  private static String plate(int number) {
    return "川A1234" + number;
  }

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String credential(String person) {
    return folder.resolve(person + ".key").toString();
  }

  private void disclose(String to, String purpose, String columns, int... numbers)
      throws Exception {
    StringBuilder subjects = new StringBuilder("保单号\n");
    for (int number : numbers) {
      subjects.append(policy(number)).append('\n');
    }
    desk.json(
        0,
        "disclose",
        "--to",
        to,
        "--purpose",
        purpose,
        "--columns",
        columns,
        "--subjects",
        file(to + "-people.csv", subjects.toString()),
        "--out",
        folder.resolve(to + ".csv").toString());
  }

  private Desk.Said typed(int number, String... command) throws Exception {
    InputStream terminal = System.in;
    try {
      System.setIn(
          new ByteArrayInputStream((policy(number) + "\n").getBytes(StandardCharsets.UTF_8)));
      return desk.type(command);
    } finally {
      System.setIn(terminal);
    }
  }

  private JsonNode say(String word, int number, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of("consent", word, "--policy", "-", "--channel", "phone", "--notice", "2026-11"));
    words.addAll(List.of(more));
    words.add("--json");
    return typed(number, words.toArray(String[]::new)).ends(0).json();
  }

  private JsonNode erase(int number) throws Exception {
    return typed(number, as("liu.min", "erase", "--policy", "-", "--why", "asked for", "--json"))
        .ends(0)
        .json();
  }

  private String[] as(String person, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--as", person, "--credential", credential(person)));
    return args.toArray(String[]::new);
  }

  private List<JsonNode> listed(String... more) {
    List<String> command = new ArrayList<>(List.of("notices", "list"));
    command.addAll(List.of(more));
    List<JsonNode> all = new ArrayList<>();
    desk.json(0, command.toArray(String[]::new)).get("notices").forEach(all::add);
    return all;
  }

  /** {@code party cause state} of the notices of an entry. */
  private Set<String> told(JsonNode said) {
    Set<String> told = new TreeSet<>();
    for (JsonNode one : listed()) {
      if (one.get("entry").asLong() == said.get("entry").asLong()) {
        told.add(one.get("party").asString() + " " + one.get("cause").asString());
      }
    }
    assertThat(said.get("notices").asInt()).isEqualTo(told.size());
    return told;
  }

  private JsonNode event(String party) {
    String name = listed("--party", party, "--waiting").get(0).get("notice").asString();
    String document =
        desk.json(0, as("liu.min", "notices", "show", name, "--document"))
            .get("document")
            .asString();
    byte[] event = Base64.getUrlDecoder().decode(document.split("\\.")[1]);
    return JsonMapper.builder().build().readTree(event);
  }

  @Test
  void whoHoldsACopyForThePurposeIsToldAndNobodyElse() throws Exception {
    assertThat(listed()).as("a consent tells nobody").isEmpty();
    assertThat(told(say("refuse", 3, "--purpose", RENEWAL)))
        .containsExactly("ag-0001 refused", "ag-0002 refused");
    assertThat(told(say("refuse", 6, "--purpose", RENEWAL))).containsExactly("ag-0001 refused");
    assertThat(told(say("withdraw", 2, "--purpose", RENEWAL, "--recipient", "ag-0002")))
        .containsExactly("ag-0002 withdrawn");
    assertThat(told(say("withdraw", 3, "--purpose", "marketing")))
        .containsExactly("pf-01 withdrawn");
    assertThat(told(say("refuse", 8, "--purpose", RENEWAL))).isEmpty();
    assertThat(told(say("refuse", 1))).as("of marketing, for which nobody has it").isEmpty();
  }

  @Test
  void manyWordsOfAFileTellEachHolderOfEach() throws Exception {
    desk.json(
        0,
        "consent",
        "import",
        file(
            "said.csv",
            "保单号,意愿,目的,接收方,时间,渠道,告知书\n"
                + (policy(2) + ",refuse,renewal-service,,2026-11-01,phone,2026-11\n")
                + (policy(3) + ",withdraw,marketing,pf-01,2020-01-01,phone,2026-11\n")
                + (policy(5) + ",give,renewal-service,,2026-11-01,phone,2026-11\n")));
    assertThat(listed().stream().map(one -> one.get("party").asString()))
        .as("the withdrawal is older than the consent")
        .containsExactlyInAnyOrder("ag-0001", "ag-0002");
  }

  @Test
  void anErasureTellsAllHoldersAndEndsWhatTheyWereToldBefore() throws Exception {
    say("refuse", 3, "--purpose", RENEWAL);
    JsonNode erased = erase(3);
    assertThat(told(erased)).containsExactly("ag-0001 erased", "ag-0002 erased", "pf-01 erased");
    assertThat(
            listed().stream()
                .filter(one -> one.get("cause").asString().equals("refused"))
                .map(one -> one.get("state").asString()))
        .containsExactly("ended", "ended");
    assertThat(listed("--waiting")).hasSize(3);
    for (String party : List.of("ag-0001", "ag-0002", "pf-01")) {
      JsonNode data = event(party).get("data");
      assertThat(data.get("demand").asString()).isEqualTo("delete");
      JsonNode row = data.get("copies").get(0).get("rows").get(0);
      String copy = Files.readString(folder.resolve(party + ".csv"));
      for (JsonNode cell : row.get("cells")) {
        assertThat(copy).as(party).contains(cell.get("value").asString());
      }
      assertThat(row.get("exact").asBoolean()).isEqualTo(!party.equals("ag-0002"));
    }
    assertThat(event("ag-0001").toString()).contains(plate(3)).doesNotContain(policy(3));
  }

  /** What a notice says is sealed, and goes when it is acknowledged, or by itself. */
  @Test
  void whatANoticeSaysOfSomebodyErasedGoesWhenItIsNotNeeded() throws Exception {
    erase(3);
    List<JsonNode> waiting = listed("--waiting");
    Needles values = new Needles(Set.of(plate(3), "欧阳试丙"));
    for (Path file : Folders.files(desk.home())) {
      assertThat(values.in(file)).as("%s", file).isEmpty();
    }
    String name = waiting.get(0).get("notice").asString();
    desk.type(as("sun.yue", "notices", "ack", name, "--why", "x"))
        .ends(4)
        .because("telling those who hold a copy");
    JsonNode known =
        desk.json(0, as("liu.min", "notices", "ack", name, "--why", "letter of 3 December"));
    assertThat(known.get("state").asString()).isEqualTo("acknowledged");
    desk.type(as("liu.min", "notices", "ack", name, "--why", "twice"))
        .ends(4)
        .because("acknowledged already");
    assertThat(boxes()).isEqualTo(2);
    EmbeddedDatabase database = held.embedded().orElseThrow();
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      connection.createStatement().execute("update notice set until = now()");
    }
    assertThat(listed("--waiting")).isEmpty();
    assertThat(boxes()).isZero();
    assertThat(Ledgers.of(held).values("notice-end", "notices")).containsExactly("2");
    assertThat(
            desk.json(0, as("liu.min", "notices", "show", name, "--document"))
                .get("document")
                .isNull())
        .isTrue();
  }

  private long boxes() throws Exception {
    EmbeddedDatabase database = held.embedded().orElseThrow();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var row =
            connection
                .createStatement()
                .executeQuery("select count(*) from notice where box is not null")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void whoReadsTheRecordSeesNoticesAndNotWhomTheyAreAbout() throws Exception {
    say("refuse", 3, "--purpose", RENEWAL);
    String name = listed("--party", "ag-0001").get(0).get("notice").asString();
    desk.json(0, as("sun.yue", "notices", "show", name));
    desk.type(as("sun.yue", "notices", "show", name, "--document"))
        .ends(4)
        .because("telling those who hold a copy");
    assertThat(desk.type("notices", "list").ends(0).out())
        .contains("ag-0001", "stop using it for the purpose")
        .doesNotContain(plate(3));
    assertThat(desk.typeIn("zh", "notices", "list").ends(0).out()).contains("停止用于该目的");
    desk.type("notices", "show", "n-x").ends(2).because("no such notice");
    assertThat(Ledgers.of(held).values("notice-opening", "notice")).isEmpty();
    event("ag-0001");
    assertThat(Ledgers.of(held).values("notice-opening", "notice")).containsExactly(name);
    assertThat(desk.json(0, "notices", "key").get("crv").asString()).isEqualTo("Ed25519");
    assertThat(Ledgers.of(held).values("init", "notice-key").iterator().next()).hasSize(64);
  }

  @Test
  void aWebhookIsSetByTheOperatorAndLiesBehindTls() throws Exception {
    desk.type("partner", "webhook", "ag-0001", "--url", "http://agent.example.cn/")
        .ends(2)
        .because("https address");
    desk.type("notices", "send", "ag-0001").ends(4);
    desk.type(as("liu.min", "notices", "send", "ag-0001")).ends(2).because("has no webhook");
    desk.type(as("liu.min", "partner", "webhook", "ag-0001", "--url", "https://a.example.cn/"))
        .ends(4)
        .because("setting up the system");
    desk.json(0, "partner", "webhook", "ag-0001", "--url", "https://agent.example.cn/in?key=abc");
    assertThat(desk.json(0, "partner", "webhook", "ag-0001").get("host").asString())
        .isEqualTo("agent.example.cn");
    say("refuse", 3, "--purpose", RENEWAL);
    assertThat(desk.json(0, as("liu.min", "notices", "send", "ag-0001")).get("waiting").asInt())
        .isEqualTo(1);
    desk.json(0, "partner", "webhook", "ag-0001", "--remove");
    assertThat(desk.json(0, "partner", "webhook", "ag-0001").get("host").isNull()).isTrue();
    assertThat(Ledgers.of(held).values("partner-webhook", "host"))
        .containsExactly("agent.example.cn");
  }
}
