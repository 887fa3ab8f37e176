package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.store.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Alias numbers by commands. One home goes through the tests in their order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AliasesTest {
  private static final int PEOPLE = 300;
  private static final String PRIVACY = "700-1000-0000-0007";

  private Path folder = Path.of(".");
  private Desk desk = new Desk(Path.of("."));
  private List<String> phones = List.of();
  private Set<String> first = Set.of();

  @BeforeAll
  void aHomeWithPeople(@TempDir Path temporary) throws Exception {
    folder = temporary;
    desk = Bureau.laid(folder, PEOPLE);
    for (String person : List.of("liu.min", "chen.wei")) {
      desk.json(0, "people", "enrol", person, "--key-out", credential(person));
    }
    phones = column(folder.resolve("portfolio.csv"), "手机号");
  }

  private String credential(String person) {
    return folder.resolve(person + ".key").toString();
  }

  private static List<String> column(Path file, String heading) throws Exception {
    LeakedTable table = Company.read(file);
    int at = table.headings().indexOf(heading);
    return table.rows().stream().map(row -> row.get(at)).toList();
  }

  private Desk.Said disclose(String to, String out) {
    return disclose(to, out, 0);
  }

  private Desk.Said disclose(String to, String out, int honey) {
    return desk.type(
        "disclose",
        "--to",
        to,
        "--purpose",
        "renewal-service",
        "--columns",
        "姓名,手机号,车牌号,厂牌型号,地址,终保日期",
        "--where",
        "终保日期 2020-01-01..2099-12-31",
        "--out",
        folder.resolve(out).toString(),
        "--honey",
        String.valueOf(honey),
        "--json");
  }

  private Desk.Said typed(String person, String typed, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--as", person, "--credential", credential(person), "--json"));
    return desk.given(typed, args.toArray(String[]::new));
  }

  private JsonNode show(String number) {
    return typed("liu.min", number, "aliases", "show", "-", "--why", "a complaint").json();
  }

  private int free() {
    return desk.json(0, "aliases", "pool", "show").get("free").asInt();
  }

  @Test
  @Order(1)
  void withoutNumbersNothingIsGivenAndTheRefusalSaysHowManyAreMissing() {
    JsonNode refused = disclose("ag-01", "none.csv").ends(4).json();
    assertThat(refused.get("refused").asString()).isEqualTo("alias-numbers-short");
    assertThat(refused.get("reason_en").asString()).matches(".*lacks [0-9]{3}:.*");
    assertThat(refused.get("reason_zh").asString()).contains("还缺");
    assertThat(folder.resolve("none.csv")).doesNotExist();
  }

  @Test
  @Order(2)
  void aPoolTakesThreeKindsOfNumbersOnceAndNoCustomers() throws Exception {
    Path file =
        Files.write(
            folder.resolve("numbers.txt"),
            List.of(
                "# 别名号码",
                "",
                PRIVACY,
                "700100000000007",
                "028-86665555",
                "18870000001",
                "15412345678",
                "70010000000",
                "12345",
                phones.get(0)));
    JsonNode added = desk.json(0, "aliases", "pool", "add", file.toString(), "--line", "cmcc-01");
    assertThat(added.get("added").asInt()).isEqualTo(3);
    assertThat(added.get("unsound").asInt()).isEqualTo(3);
    assertThat(added.get("in_custody").asInt()).isEqualTo(1);
    assertThat(added.get("twice").asInt()).isEqualTo(1);
    desk.type("aliases", "pool", "add", file.toString(), "--line", "cmcc-01")
        .ends(3)
        .because("no usable number");
    desk.type("aliases", "pool", "add", file.toString(), "--line", "Not a line").ends(2);
    desk.type("aliases", "pool", "add", "700100000000010-700100000000009", "--line", "a").ends(2);
    desk.json(
        0, "aliases", "pool", "add", "700200000000000-700200000000899", "--line", "ax-platform");
    Path honey = Files.writeString(folder.resolve("honey.txt"), "18870000001\n");
    desk.type("honey", "pool", "add", honey.toString()).ends(3).because("1 twice");
    JsonNode lines = desk.json(0, "aliases", "pool", "show").get("lines");
    assertThat(lines).hasSize(4);
    assertThat(lines.get(2).get("kept_back").asInt()).isEqualTo(45);
    desk.typeIn("zh", "aliases", "pool", "show").ends(0).because("隐私号");
  }

  @Test
  @Order(3)
  void aListShowsNumbersOfThePoolAndNobodysOwn() throws Exception {
    int before = free();
    disclose("ag-01", "one.csv").ends(0);
    disclose("ag-02", "two.csv").ends(0);
    first = new HashSet<>(column(folder.resolve("one.csv"), "手机号"));
    Set<String> second = new HashSet<>(column(folder.resolve("two.csv"), "手机号"));
    assertThat(first).doesNotContainAnyElementsOf(second).doesNotContainAnyElementsOf(phones);
    assertThat(first)
        .allMatch(number -> number.matches("700[12][0-9]{11}|02886665555|18870000001"));
    assertThat(free()).isLessThanOrEqualTo(before - first.size() - second.size());
    JsonNode book = desk.json(0, "aliases", "book").get("holders");
    assertThat(book.get(0).get("party").asString()).isEqualTo("ag-01");
    assertThat(book.get(0).get("bound").asInt()).isGreaterThanOrEqualTo(first.size());
  }

  @Test
  @Order(4)
  void aLaterListKeepsTheNumbers() throws Exception {
    int before = free();
    disclose("ag-01", "again.csv").ends(0);
    assertThat(new HashSet<>(column(folder.resolve("again.csv"), "手机号"))).isEqualTo(first);
    assertThat(free()).isEqualTo(before);
  }

  @Test
  @Order(5)
  void aNumberIsShownWithItsPartyAndCopiesToWhoeverMayAndTheEntryComesFirst() throws Exception {
    String number = first.iterator().next();
    JsonNode shown = show(number);
    assertThat(shown.get("bindings")).hasSize(1);
    assertThat(shown.get("bindings").get(0).get("party").asString()).isEqualTo("ag-01");
    assertThat(shown.get("bindings").get(0).get("disclosures")).hasSize(2);
    assertThat(show("700999999999999").get("known").asBoolean()).isFalse();
    typed("chen.wei", number, "aliases", "show", "-", "--why", "x").ends(4);
    desk.type("aliases", "show", number, "--why", "x").ends(2);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      Ledgers ledger = Ledgers.of(home);
      assertThat(ledger.values("alias-shown", "number")).hasSize(2);
      assertThat(ledger.values("refusal", "act")).contains("SHOW_ALIAS");
    }
  }

  @Test
  @Order(6)
  void bindingsAreExtendedWithinTheTermAndEndAtOnce() throws Exception {
    String[] extend = {
      "aliases", "extend", "--to", "ag-02", "--purpose", "renewal-service", "--why", "x", "--until"
    };
    LocalDate day = LocalDate.now().plusDays(30);
    List<String> within = new ArrayList<>(List.of(extend));
    within.add(day.toString());
    desk.json(0, within.toArray(String[]::new));
    JsonNode book = desk.json(0, "aliases", "book").get("holders");
    assertThat(book.get(1).get("first_until").asString()).isEqualTo(day.toString());
    within.set(within.size() - 1, LocalDate.now().plusDays(95).toString());
    desk.type(within.toArray(String[]::new)).ends(4).because("90 days");

    int before = free();
    JsonNode ended = desk.json(0, "aliases", "expire", "--to", "ag-01", "--why", "contract ended");
    assertThat(ended.get("ended").asInt()).isGreaterThanOrEqualTo(first.size());
    assertThat(free()).as("they rest").isEqualTo(before);
    assertThat(desk.json(0, "aliases", "expire").get("freed").asInt()).isZero();
    assertThat(show(first.iterator().next()).get("bindings").get(0).get("ended").isNull())
        .isFalse();
    desk.type("aliases", "expire", "--to", "ag-01").ends(2).because("--why");
    desk.type("aliases", "expire", "--to", "ag-77", "--why", "x").ends(2);
  }

  @Test
  @Order(7)
  void afterItsNumbersEndedACopyIsMadeAgainAsItWas() throws Exception {
    desk.json(0, "aliases", "pool", "add", "700300000000000-700300000000899", "--line", "more");
    disclose("ag-01", "anew.csv", 2).ends(0);
    List<String> numbers = column(folder.resolve("anew.csv"), "手机号");
    assertThat(numbers).doesNotContainAnyElementsOf(first).hasSize(PEOPLE + 2);
    assertThat(numbers)
        .as("honey customers have numbers like everybody")
        .allMatch(number -> number.matches("700[0-9]{12}|02886665555|18870000001"));
    JsonNode traced = desk.json(0, "trace", folder.resolve("one.csv").toString());
    assertThat(traced.get("accused").get(0).get("party").asString()).isEqualTo("ag-01");
    String bundle = folder.resolve("bundle.zip").toString();
    desk.json(0, "evidence", traced.get("case").asString(), "--out", bundle);
    JsonNode verified =
        Desk.say(List.of("verify", bundle, "--json", "--lang", "en")).ends(0).json();
    assertThat(verified.get("valid").asBoolean()).isTrue();
    assertThat(verified.get("checks").toString()).doesNotContain("cannot be made again");
  }

  @Test
  @Order(8)
  void theNumberOfAnErasedPersonStandsForNobodyRestsAndIsKeptInTheArchive() throws Exception {
    LeakedTable table = Company.read(folder.resolve("anew.csv"));
    LeakedTable portfolio = Company.read(folder.resolve("portfolio.csv"));
    int plate = portfolio.headings().indexOf("车牌号");
    List<String> own = portfolio.rows().get(5);
    List<String> row =
        table.rows().stream()
            .filter(one -> one.get(table.headings().indexOf("车牌号")).equals(own.get(plate)))
            .findFirst()
            .orElseThrow();
    String number = row.get(table.headings().indexOf("手机号"));
    String policy = own.get(portfolio.headings().indexOf("保单号"));
    typed("liu.min", policy, "erase", "--policy", "-", "--why", "asked for").ends(0);
    JsonNode binding = show(number).get("bindings").get(0);
    assertThat(binding.get("somebody_behind").asBoolean()).isFalse();
    assertThat(binding.get("ended").isNull()).isFalse();
    assertThat(LocalDate.parse(binding.get("rests_until").asString()))
        .isAfter(LocalDate.now().plusDays(183));
    JsonNode kept =
        typed("liu.min", number, "archive", "--phone", "-", "--why", "supervisor").ends(0).json();
    String provided = kept.get("provided").toString();
    assertThat(provided).contains("MOBILE=ALIAS", "alias ", "ag-01", "ag-02");
    disclose("ag-01", "after.csv").ends(0);
    assertThat(column(folder.resolve("after.csv"), "手机号")).doesNotContain(number);
    assertThat(column(folder.resolve("anew.csv"), "手机号"))
        .containsAll(column(folder.resolve("after.csv"), "手机号"));
    desk.type("ledger", "fsck").ends(0);
  }

  @Test
  @Order(9)
  void onlyWhoeverKeepsTheNumbersSeesThePool() {
    typed("chen.wei", "", "aliases", "pool", "show").ends(4);
    typed("chen.wei", "", "aliases", "book").ends(4);
    typed("chen.wei", "", "aliases", "expire").ends(4);
    for (String command : List.of("pool add", "pool show", "book", "show", "expire", "extend")) {
      List<String> args = new ArrayList<>(List.of("aliases"));
      args.addAll(List.of(command.split(" ")));
      args.add("--help");
      assertThat(Desk.say(args).out()).contains("Example", "./tidemark aliases " + command);
    }
  }
}
