package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.AliasTerms;
import io.tidemark.authorise.CallTerms;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.ledger.Entry;
import io.tidemark.terms.PersonalText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Registering callers, probes, and what an erasure leaves of calls. One home, in this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CallsKeptTest {
  private static final String STRANGER = "13900001111";
  private static final String MINE = Switch.callerOf("ag-01");

  private static Path folder = Path.of(".");
  private static Switch board;
  private static LeakedTable list;
  private static Desk desk;

  @BeforeAll
  static void open(@TempDir Path temporary) throws Exception {
    folder = temporary;
    board = new Switch(folder, 100);
    desk = board.bureau().desk;
    for (String person : List.of("liu.min", "chen.wei")) {
      desk.json(0, "people", "enrol", person, "--key-out", credential(person));
    }
    desk.type(
            "disclose",
            "--to",
            "ag-01",
            "--purpose",
            "renewal-service",
            "--columns",
            "保单号,手机号,姓名,车牌号,厂牌型号,地址,终保日期",
            "--where",
            "终保日期 2020-01-01..2099-12-31",
            "--honey",
            "2",
            "--out",
            folder.resolve("list.csv").toString())
        .ends(0);
    list = Company.read(folder.resolve("list.csv"));
  }

  @AfterAll
  static void close() {
    board.close();
  }

  private static String credential(String person) {
    return folder.resolve(person + ".key").toString();
  }

  private static Desk.Said typed(String person, String typed, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--as", person, "--credential", credential(person), "--json"));
    return desk.given(typed, args.toArray(String[]::new));
  }

  private static List<String> column(String heading) {
    int at = list.headings().indexOf(heading);
    return list.rows().stream().map(row -> row.get(at)).toList();
  }

  private static long count(String sql) {
    return board.bureau().database.sql(sql).query(Long.class).single();
  }

  @Test
  @Order(1)
  void callersAreRegisteredAndTakenBackByCommandAndOnlyByWhoeverMay() {
    Desk.Said added =
        typed(
            "liu.min",
            "028-6555-1234\nnone\n+86 95518\n",
            "aliases",
            "callers",
            "add",
            "--party",
            "ag-03",
            "-");
    JsonNode said = added.ends(0).json();
    assertThat(said.get("numbers").asInt()).isEqualTo(2);
    assertThat(said.get("unsound").asInt()).isEqualTo(1);
    assertThat(said.get("registered").asInt()).isEqualTo(3);
    JsonNode removed =
        typed("liu.min", "+862865551234", "aliases", "callers", "remove", "--party", "ag-03", "-")
            .ends(0)
            .json();
    assertThat(removed.get("registered").asInt()).isEqualTo(2);
    JsonNode parties = desk.json(0, "aliases", "callers", "show").get("parties");
    assertThat(parties.size()).isEqualTo(3);
    assertThat(parties.get(2).get("numbers").asInt()).isEqualTo(2);
    typed("chen.wei", "95518", "aliases", "callers", "add", "--party", "ag-03", "-").ends(4);
    typed("chen.wei", "", "aliases", "calls").ends(4);
    typed("liu.min", "95518", "aliases", "callers", "add", "--party", "ag-77", "-").ends(2);
  }

  @Test
  @Order(2)
  void aHoneyCustomersNumberCountsOnlyWithTheOperatorsConsent() throws Exception {
    List<String> silent = new ArrayList<>();
    for (String number : column("手机号")) {
      long before = board.bureau().home.journal().size();
      CallAnswer answer = board.call(number, STRANGER);
      assertThat(answer).isInstanceOf(CallAnswer.Reject.class);
      if (board.since(before).stream().noneMatch(one -> one.kind().equals("alias-sighting"))) {
        silent.add(number);
      }
    }
    assertThat(silent).hasSize(2);
    assertThat(board.call(silent.get(0), MINE))
        .as("the list's own caller hears nothing that tells a honey customer")
        .isEqualTo(
            new CallAnswer.Announce(io.tidemark.calls.line.TurnedAway.NOBODY_ANSWERS.refusal()));
    board.terms(
        new CallTerms(Switch.OPEN, Map.of(), CallTerms.Others.FORWARD, AliasTerms.LEAST, true));
    for (String number : silent) {
      long before = board.bureau().home.journal().size();
      assertThat(board.call(number, "13900002222")).isInstanceOf(CallAnswer.Reject.class);
      Entry sighting = board.since(before).get(0);
      assertThat(sighting.kind()).isEqualTo("alias-sighting");
      assertThat(sighting.value("party")).contains("ag-01");
    }
    board.terms(Switch.TERMS);
  }

  @Test
  @Order(3)
  void theListingShowsThemMaskedAfterAnEntry() {
    JsonNode calls = desk.type("aliases", "calls", "--json").ends(0).json();
    assertThat(calls.get("named").asInt()).isPositive();
    JsonNode first = calls.get("callers").get(0);
    assertThat(first.get("caller").asString()).isEqualTo("139******11");
    assertThat(first.get("party").asString()).isEqualTo("ag-01");
    assertThat(first.get("bound").asDouble()).isLessThanOrEqualTo(1e-6);
    assertThat(calls.get("lines").get("control").get("lines").asInt()).isEqualTo(5);
    assertThat(calls.toString()).doesNotContain(STRANGER);
    String people = desk.type("aliases", "calls").ends(0).out();
    assertThat(people).contains("control lines", "ag-01: ", "named (entry ");
  }

  @Test
  @Order(4)
  void ofWhoeverIsErasedNoCallLeadsToThePersonAndALeakIsStillCharged() throws Exception {
    String policy = column("保单号").get(3);
    String number = column("手机号").get(3);
    CallAnswer.Forward forward = (CallAnswer.Forward) board.call(number, MINE);
    String own = forward.number().reveal(io.tidemark.terms.Reveal.SHOW);
    assertThat(((CallAnswer.Forward) board.call(number, own)).number())
        .isEqualTo(PersonalText.of(MINE));
    board.call(column("手机号").get(4), own);
    long callers = count("select count(*) from alias_caller");
    long others = count("select count(*) from alias_call where heard = 'OTHER'");
    assertThat(count("select count(*) from alias_call where heard = 'PERSON'")).isEqualTo(1);

    typed("liu.min", policy, "erase", "--policy", "-", "--why", "asked for").ends(0);

    assertThat(count("select count(*) from alias_call where heard = 'PERSON'")).isZero();
    assertThat(
            count(
                "select count(*) from alias_call c join alias_binding b on b.number = c.number"
                    + " and b.begun = c.begun where b.person is null and not b.probe"
                    + " and c.heard <> 'OTHER'"))
        .isZero();
    assertThat(count("select count(*) from alias_caller")).isEqualTo(callers - 1);
    assertThat(count("select count(*) from alias_call where heard = 'OTHER'"))
        .as("the person's own call to another's number is gone")
        .isEqualTo(others - 1);
    long before = board.bureau().home.journal().size();
    assertThat(board.call(number, "13900003333")).isInstanceOf(CallAnswer.Reject.class);
    assertThat(board.since(before).get(0).value("party")).contains("ag-01");
    assertThat(board.call(number, MINE))
        .isEqualTo(new CallAnswer.Announce(io.tidemark.calls.line.TurnedAway.OVER.refusal()));
  }
}
