package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Duty;
import io.tidemark.authorise.LookUps;
import io.tidemark.authorise.Looking;
import io.tidemark.authorise.Pace;
import io.tidemark.authorise.Scope;
import io.tidemark.calls.line.CallAnswer;
import io.tidemark.calls.line.IncomingCall;
import io.tidemark.custody.LookUp;
import io.tidemark.custody.ViewerSpellings;
import io.tidemark.server.rules.LiveSwitchboard;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.home.Workshops;
import io.tidemark.terms.Channel;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import io.tidemark.vault.Locator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The book of alias numbers over HTTPS; each test gives back what it took. */
final class AliasesTest {
  private static final String ALIASES = "/api/v1/aliases";
  private static final int NUMBERS = 100;

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client officer;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    officer = Client.of(server).as("liu.min", town, clock);
    AliasPool.fill(town, NUMBERS);
    try (Town.Beside beside = town.beside()) {
      beside.run("insert into alias_holder (party, purpose) values ('ag-0001', 'renewal-service')");
      beside.run(
          "insert into alias_binding (number, holder, person, begun, until)"
              + " select f.number, h.id, p.key, 1, current_date + 30"
              + " from (select number, row_number() over () as n from alias_free) f"
              + " join (select key, row_number() over () as n from person) p using (n)"
              + " cross join alias_holder h where n <= 7");
      beside.run("delete from alias_free where number in (select number from alias_binding)");
      beside.run(
          "insert into alias_share (batch, party, given) select max(id), 'ag-0001', 7"
              + " from alias_batch");
    }
  }

  @AfterEach
  void stop() throws Exception {
    try {
      AliasPool.empty(town);
    } finally {
      server.close();
    }
  }

  @Test
  void anOfficerSeesThePoolAndTheBindingsPageByPageAndNeverANumber() throws Exception {
    Client.Said pool = officer.get(ALIASES + "/pool").is(200);
    assertThat(pool.json().get("free").asInt()).isEqualTo(NUMBERS * 19 / 20 - 7);
    assertThat(pool.json().get("lines").get(0).get("bound").asInt()).isEqualTo(7);
    String next = ALIASES + "/bindings?limit=3";
    int seen = 0;
    while (next != null) {
      Client.Said page = officer.get(next).is(200);
      assertThat(page.body()).doesNotContain(AliasPool.BEGIN);
      seen += page.json().get("items").size();
      next = page.json().get("next").isNull() ? null : page.text("next");
    }
    assertThat(seen).isEqualTo(7);
    officer.get(ALIASES + "/bindings?after=7").is(400).by("unknown-cursor");
    officer.get(ALIASES + "/bindings?limit=900").is(400).by("bad-limit");
  }

  @Test
  void aPartysNumbersEndAtOnceAndRest() throws Exception {
    Map<String, Object> ending = Map.of("party", "ag-0001", "why", "the contract ended");
    Client.Said ended = officer.post(ALIASES + "/expire", ending).is(200);
    assertThat(ended.json().get("ended").asInt()).isEqualTo(7);
    assertThat(LocalDate.parse(ended.text("rests_until"))).isAfter(LocalDate.now().plusDays(183));
    assertThat(officer.get(ALIASES + "/pool").json().get("lines").get(0).get("resting").asInt())
        .isEqualTo(7);
    assertThat(officer.post(ALIASES + "/expire", ending).json().get("ended").asInt()).isZero();
    officer
        .post(ALIASES + "/expire", Map.of("party", "ag-77", "why", "x"))
        .is(422)
        .by("unknown-party");
    officer.post(ALIASES + "/expire", Map.of("party", "ag-0001")).is(422).by("no-reason");
  }

  @Test
  void whoRangIsShownMaskedPageByPageAndTheBackgroundBesideIt() throws Exception {
    LiveSwitchboard board = new LiveSwitchboard(town.home, new Rules(town.home, clock));
    for (int caller = 0; caller < 2; caller++) {
      for (int n = 0; n < NUMBERS; n++) {
        IncomingCall call =
            new IncomingCall(
                PersonalText.of(AliasPool.BEGIN + "%08d".formatted(n)),
                Optional.of(PersonalText.of("+86 1390000111" + caller)),
                clock.instant(),
                "call " + caller + " " + n);
        assertThat(board.answer(call)).isInstanceOf(CallAnswer.Reject.class);
      }
    }
    Client.Said page = officer.get(ALIASES + "/calls?limit=1").is(200);
    assertThat(page.body()).doesNotContain("1390000111");
    JsonNode first = page.json().get("items").get(0);
    assertThat(first.get("caller").asString()).matches("139\\*{6}1[01]");
    assertThat(first.get("party").asString()).isEqualTo("ag-0001");
    assertThat(first.get("lines").asInt()).isEqualTo(NUMBERS);
    assertThat(first.get("lines_of_party").asInt()).isEqualTo(7);
    assertThat(first.get("named_in").isNull()).isTrue();
    Client.Said second = officer.get(page.text("next")).is(200);
    assertThat(second.json().get("items").size()).isEqualTo(1);
    assertThat(second.json().get("next").isNull()).isTrue();
    officer.get(ALIASES + "/calls?after=7").is(400).by("unknown-cursor");
    JsonNode summary = officer.get(ALIASES + "/calls/summary").is(200).json();
    assertThat(summary.get("control").get("lines").asInt()).isEqualTo(NUMBERS / 20);
    assertThat(summary.get("control").get("calls").asInt()).isEqualTo(2 * NUMBERS / 20);
    assertThat(summary.get("given").get("calls").asInt()).isEqualTo(14);
    assertThat(summary.get("parties").get(0).get("sightings").asInt()).isEqualTo(14);
    Client approver = Client.of(server).as("chen.wei", town, clock);
    approver.get(ALIASES + "/calls").is(403).by("not-your-duty");
    approver.get(ALIASES + "/calls/summary").is(403).by("not-your-duty");
  }

  private String seen(int customer) {
    LookUps.Task renewal =
        new LookUps.Task("renewal", new Words("续保", "a renewal"), "renewal-service", false);
    LookUps rules =
        new LookUps(
            Map.of("renewal", renewal),
            List.of(
                new LookUps.Rule(
                    Duty.RENEWAL_CLERK,
                    renewal,
                    Scope.EVERYBODY,
                    Map.of(FieldClass.MOBILE, Form.ALIAS),
                    false,
                    new Pace(1_000, 1_000, 1_000, 1))));
    LookUp flow =
        new LookUp(
            town.home.vault(),
            town.home.shelf(),
            town.home.books(),
            town.home.consents(),
            town.home.paces(),
            town.register(),
            new Looking(rules, town.home.chain().chain()),
            Workshops.aliases(town.home, town.home.vault()),
            new ViewerSpellings(town.home.keys()));
    LookUp.Ask ask =
        new LookUp.Ask(
            "renewal",
            Optional.empty(),
            Locator.POLICY_NUMBER,
            PersonalText.of(Town.policyNumber(customer)),
            Channel.SCREEN,
            UUID.randomUUID().toString());
    return flow.lookUp(new Actor("lin.na", Set.of(Duty.RENEWAL_CLERK)), ask)
        .either(
            done ->
                Objects.requireNonNull(
                        done.what().policies().get(0).fields().get(FieldClass.MOBILE))
                    .reveal(Reveal.SHOW),
            refused -> refused.refusal().rule());
  }

  @Test
  void aViewShowsTheNumberOfTheClerksOwnPartyEachTimeTheSame() throws Exception {
    String number = seen(30);
    assertThat(number).startsWith(AliasPool.BEGIN);
    assertThat(seen(30)).isEqualTo(number);
    assertThat(seen(31)).startsWith(AliasPool.BEGIN).isNotEqualTo(number);
    try (Town.Beside beside = town.beside()) {
      beside.run("delete from alias_free");
    }
    assertThat(seen(30)).isEqualTo(number);
    assertThat(seen(32)).isEqualTo("alias-numbers-short");
  }

  @Test
  void whoeverDoesNotKeepTheNumbersSeesAndEndsNothing() throws Exception {
    Client approver = Client.of(server).as("chen.wei", town, clock);
    long before = town.home.journal().size();
    approver.get(ALIASES + "/pool").is(403).by("not-your-duty");
    approver.get(ALIASES + "/bindings").is(403).by("not-your-duty");
    approver
        .post(ALIASES + "/expire", Map.of("party", "ag-0001", "why", "x"))
        .is(403)
        .by("not-your-duty");
    assertThat(town.kindsSince(before)).containsExactly("refusal", "refusal", "refusal");
    Client.of(server).get(ALIASES + "/pool").is(401);
  }
}
