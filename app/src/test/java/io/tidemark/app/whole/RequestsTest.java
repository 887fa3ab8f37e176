package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import io.tidemark.store.database.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A release that no grant covers is asked for, approved by others, used once. */
final class RequestsTest {
  private static final String EVERYBODY = "终保日期 2020-01-01..2039-12-31";

  private static final List<String> TOLD =
      List.of(
          "forms",
          "rows_to_name",
          "recipients_counted",
          "demanded",
          "demand_met",
          "honey",
          "identical_to",
          "identical_count",
          "separated_by");

  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  private JsonNode request(String person, String where) {
    return desk.json(
        0,
        company.as(
            person,
            "request",
            "--to",
            "dp-claims",
            "--purpose",
            "renewal-service",
            "--columns",
            "姓名,车牌号,厂牌型号,地址",
            "--where",
            where));
  }

  private Desk.Said disclose(String request, String out) {
    return desk.type("disclose", request, "--out", folder.resolve(out).toString());
  }

  @Test
  void manyPeopleNeedAQuorumWithEachDuty() {
    JsonNode asked = request("wang.fang", EVERYBODY);
    String id = asked.get("request").asString();
    assertThat(asked.get("approvals_needed").asInt()).isEqualTo(2);
    assertThat(asked.get("people").asInt()).isGreaterThan(500);
    assertThat(asked.get("rows_to_name").get("as_released").isNumber()).isTrue();

    disclose(id, "early.csv").ends(4).because("not approved");
    desk.type("approve", id).ends(4).because("not among your duties");
    desk.type(company.as("wang.fang", "approve", id)).ends(4).because("not among your duties");
    assertThat(desk.json(0, company.as("chen.wei", "approve", id)).get("state").asString())
        .isEqualTo("waiting");
    desk.type(company.as("chen.wei", "approve", id)).ends(4).because("already");
    assertThat(desk.json(0, company.as("zhao.lei", "approve", id)).get("state").asString())
        .as("two approvers, and no protection officer among them")
        .isEqualTo("waiting");
    assertThat(desk.json(0, company.as("liu.min", "approve", id)).get("state").asString())
        .isEqualTo("approved");

    disclose(id, "list.xlsx").ends(0);
    assertThat(folder.resolve("list.xlsx")).isRegularFile();
    disclose(id, "again.csv").ends(4).because("used");
    assertThat(folder.resolve("again.csv")).doesNotExist();
  }

  /** The row of a list that has this request. */
  private static JsonNode row(JsonNode rows, String key, String id) {
    for (JsonNode row : rows) {
      if (row.get(key).asString().equals(id)) {
        return row;
      }
    }
    throw new AssertionError(id + " is not listed");
  }

  @Test
  void theApproverSeesWhatTheRequesterWasTold() throws Exception {
    JsonNode told =
        desk.json(
            0,
            company.as(
                "wang.fang", ask("ag-0001", "renewal-service", "姓名,手机号,地址", "--where", EVERYBODY)));
    String id = told.get("request").asString();
    assertThat(told.get("forms").toString())
        .isEqualTo("{\"姓名\":\"plain\",\"手机号\":\"masked\",\"地址\":\"plain\"}");
    Entry entry = Entry.parse(company.held.entries(told.get("entry").asLong(), 1).get(0));
    assertThat(entry.value("forms")).hasValue("NAME=PLAIN MOBILE=MASKED ADDRESS=PLAIN");

    JsonNode listed =
        row(desk.json(0, company.as("chen.wei", "requests")).get("requests"), "request", id);
    JsonNode waiting =
        row(desk.json(0, company.as("chen.wei", "requests", "--waiting")).get("waiting"), "id", id);
    JsonNode approved = desk.json(0, company.as("chen.wei", "approve", id));
    for (JsonNode seen : List.of(listed, waiting, approved)) {
      assertThat(seen.get("people")).isEqualTo(told.get("people"));
      JsonNode forecast = seen.get("forecast");
      for (String fact : TOLD) {
        assertThat(forecast.get(fact)).as(fact).isNotNull().isEqualTo(told.get(fact));
      }
      assertThat(forecast.get("planned").asString()).isEqualTo(entry.value("time").orElseThrow());
      assertThat(seen.get("policy_changed").asBoolean()).isFalse();
    }
  }

  @Test
  void peopleReadWhatTheyApproveInBothLanguagesOnAHundredPlaces() {
    String id =
        desk.json(
                0,
                company.as(
                    "wang.fang",
                    ask(
                        "ag-0001",
                        "renewal-service",
                        "姓名,手机号,车牌号,厂牌型号,初登日期,保单号,险种,起保日期,终保日期,地址",
                        "--where",
                        EVERYBODY)))
            .get("request")
            .asString();
    for (String[] command :
        List.of(
            new String[] {"requests"},
            new String[] {"requests", "--waiting"},
            new String[] {"approve", id})) {
      String person = command[0].equals("approve") ? "liu.min" : "chen.wei";
      Desk.Said en = desk.type(company.as(person, command)).ends(0);
      assertThat(en.out())
          .contains("name plain, mobile number masked", "as released ", "at the request, ");
      assertThat(sheet(en.out())).isNotEmpty().allMatch(line -> places(line) <= 100);
    }
    Desk.Said zh = desk.typeIn("zh", company.as("chen.wei", "requests")).ends(0);
    assertThat(zh.out()).contains("姓名 明文", "手机号 掩码", "泄露几行即可指认", "提出申请时（");
    assertThat(sheet(zh.out())).isNotEmpty().allMatch(line -> places(line) <= 100);
  }

  /** The lines of tables: those that begin with a gap. */
  private static List<String> sheet(String said) {
    return said.lines().filter(line -> line.startsWith("  ")).toList();
  }

  private static int places(String line) {
    return line.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum();
  }

  @Test
  void nobodyApprovesARequestOfTheirOwn() {
    String id = request("chen.wei", "业务员!=无名氏 and " + EVERYBODY).get("request").asString();
    desk.type(company.as("chen.wei", "approve", id))
        .ends(4)
        .because("nobody approves a request of their own");
    desk.typeIn("zh", company.as("chen.wei", "approve", id)).ends(4).because("申请人不能审批自己的申请");
  }

  @Test
  void aRejectedRequestIsNotUsable() {
    String id = request("wang.fang", EVERYBODY).get("request").asString();
    desk.type("reject", id, "--why", "too many").ends(4);
    desk.type(company.as("liu.min", "reject", id, "--why", " ")).ends(2).because("say why");
    JsonNode rejected = desk.json(0, company.as("liu.min", "reject", id, "--why", "too many"));
    assertThat(rejected.get("state").asString()).isEqualTo("rejected");
    desk.type(company.as("chen.wei", "approve", id)).ends(4).because("does not wait");
    disclose(id, "rejected.csv").ends(4).because("rejected");
  }

  @Test
  void aRequestEndsWithItsTime() throws Exception {
    String late = request("wang.fang", EVERYBODY).get("request").asString();
    past("decide_by", late);
    desk.type(company.as("chen.wei", "approve", late)).ends(4).because("past its time");

    String unused = request("wang.fang", EVERYBODY).get("request").asString();
    desk.json(0, company.as("chen.wei", "approve", unused));
    desk.json(0, company.as("liu.min", "approve", unused));
    past("use_by", unused);
    disclose(unused, "late.csv").ends(4).because("ask again");
  }

  private void past(String column, String request) throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.attach(desk.home());
        Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        PreparedStatement update =
            connection.prepareStatement(
                "update request set " + column + " = now() - interval '1 day' where id = ?")) {
      update.setString(1, request);
      assertThat(update.executeUpdate()).isOne();
    }
  }

  @Test
  void whatCannotBeMeantIsNamed() throws Exception {
    Path subjects = Files.writeString(folder.resolve("who.csv"), "保单号\nNO-SUCH-POLICY\n");
    Path headless = Files.writeString(folder.resolve("headless.csv"), "血型\nA\n");
    desk.type(ask("ag-9999", "renewal-service", "姓名", "--where", EVERYBODY))
        .ends(4)
        .because("unknown party");
    desk.type(ask("ag-0001", "telepathy", "姓名", "--where", EVERYBODY))
        .ends(4)
        .because("unknown purpose");
    desk.type(ask("ag-0001", "renewal-service", "血型", "--where", EVERYBODY))
        .ends(2)
        .because("no such column: 血型");
    desk.type(ask("ag-0001", "renewal-service", "姓名,name", "--where", EVERYBODY))
        .ends(2)
        .because("a column twice");
    desk.type(ask("ag-0001", "renewal-service", "姓名", "--where", "drop table person"))
        .ends(2)
        .because("character 1");
    desk.type(ask("ag-0001", "renewal-service", "姓名", "--where", "终保日期 1990-01-01..1990-01-02"))
        .ends(3)
        .because("nobody meets the condition");
    desk.type(ask("ag-0001", "renewal-service", "姓名", "--subjects", subjects.toString()))
        .ends(3)
        .because("none of them is in custody");
    desk.type(ask("ag-0001", "renewal-service", "姓名", "--subjects", headless.toString())).ends(3);
    desk.type(ask("ag-0001", "renewal-service", "姓名", "--subjects", file("absent.csv")))
        .ends(3)
        .because("absent.csv");
    desk.type(ask("ag-0001", "registration-check", "姓名", "--where", EVERYBODY))
        .ends(4)
        .because("nothing to this kind of party");
    desk.type("approve", "r-0000000000000000", "--as", "chen.wei").ends(2);
    disclose("r-0000000000000000", "no.csv").ends(2).because("no such request");
    disclose("../../etc/passwd", "no.csv").ends(2).because("no such request");
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static String[] ask(String to, String purpose, String columns, String how, String whom) {
    return new String[] {
      "request", "--to", to, "--purpose", purpose, "--columns", columns, how, whom
    };
  }
}
