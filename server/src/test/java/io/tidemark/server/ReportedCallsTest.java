package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Authority;
import io.tidemark.calls.Ring;
import io.tidemark.classify.Labels;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.custody.calls.CallInquiry;
import io.tidemark.custody.calls.Reporting;
import io.tidemark.evidence.CallCase;
import io.tidemark.evidence.CaseFile;
import io.tidemark.formats.bundle.CallCaseJson;
import io.tidemark.formats.calls.WrittenCall;
import io.tidemark.server.Client.Said;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.China;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reports of calls over HTTPS, and what an inquiry finds in them. */
final class ReportedCallsTest {
  private static final String CALLS = "/api/v1/calls";
  private static final String CAMPAIGNS = CALLS + "/campaigns";
  private static final String CALLERS = "/api/v1/callers";
  private static final String CALLER = "17012345678";
  private static final String SCRIPT = "高新店续保专线，说到店领行车记录仪，还送两次空调清洗";

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client agent;
  private Client officer;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    agent = Client.of(server).as("gu.yan", town, clock);
    officer = Client.of(server).as("liu.min", town, clock);
  }

  @AfterEach
  void stop() throws Exception {
    try (Town.Beside beside = town.beside()) {
      beside.run("delete from call_report");
      beside.run("update inquiry set calls = false");
    } finally {
      server.close();
    }
  }

  private static Map<String, Object> call(int person, String at) {
    Map<String, Object> call = new HashMap<>();
    call.put("at", at);
    call.put("called", Town.mobile(person));
    call.put("calling", "+86 170 1234 5678");
    call.put("knew", "车牌、到期日");
    call.put("claimed", "平安车险");
    call.put("text", SCRIPT);
    return call;
  }

  private static Map<String, Object> reports(int many) {
    List<Object> reports = new ArrayList<>();
    for (int person = 0; person < many; person++) {
      reports.add(call(person, "2026-11-0" + (1 + person % 9) + " 10:22"));
    }
    return Map.of("reports", reports);
  }

  private long kept() throws Exception {
    try (Town.Beside beside = town.beside();
        Statement statement = beside.connection().createStatement();
        ResultSet row = statement.executeQuery("select count(*) from call_report")) {
      row.next();
      return row.getLong(1);
    }
  }

  private CallCase inquired() {
    Actor actor = Actor.operator();
    Reporting reporting =
        new Reporting(town.home.vault(), town.home.callReports(), town.register());
    Recorded.Done<Reporting.Opened> opened =
        (Recorded.Done<Reporting.Opened>) reporting.open(actor);
    CallInquiry inquiry =
        new CallInquiry(
            town.home.vault(),
            town.home.shelf(),
            town.home.disclosures(),
            town.home.consents(),
            town.register(),
            new Authority(
                town.register().policy(), town.home.chain().chain(), town.home.disclosures()),
            new CallCaseJson());
    CallInquiry.Sighting sighting =
        new CallInquiry.Sighting(
            CaseId.random(),
            1,
            List.of(new CaseFile.Material(CallCase.KEPT_REPORTS, opened.what().digest())),
            OptionalLong.of(opened.receipt().index()),
            opened.what().rings(),
            number -> false);
    return ((Recorded.Done<CallCase>) inquiry.inquire(actor, sighting)).what();
  }

  @Test
  void whatIsReportedStaysSealedUntilAnInquiryAndNamesTheCallerAfterwards() throws Exception {
    long before = town.home.journal().size();
    Said receipt = agent.post(CALLS, "key-of-reports", reports(20)).is(201);
    assertThat(receipt.text("receipt")).startsWith("k-");
    assertThat(agent.post(CALLS, "key-of-reports", reports(20)).is(201).text("receipt"))
        .isEqualTo(receipt.text("receipt"));
    assertThat(kept()).isEqualTo(20);
    assertThat(town.kindsSince(before)).containsOnlyOnce("call-reports");
    for (byte[] entry : town.home.entries(before, 1_000)) {
      assertThat(new String(entry, StandardCharsets.UTF_8)).doesNotContain(CALLER, Town.mobile(0));
    }
    assertThat(officer.get(CAMPAIGNS).is(200).json().get("items")).isEmpty();
    assertThat(asked(CALLER).get("suspected").asBoolean()).isFalse();

    CallCase found = inquired();
    assertThat(found.calls()).isEqualTo(20);
    assertThat(found.about()).isEqualTo(20);
    assertThat(found.campaigns()).isEmpty(); // five months before the end of cover
    agent.post(CALLS, Map.of("reports", many("2026-11-20 09:00"))).is(201);
    assertThat(inquired().campaigns()).isEmpty();
  }

  private JsonNode asked(String number) throws Exception {
    return agent.post(CALLERS, Map.of("number", number)).is(200).json();
  }

  private static List<Object> many(String at) {
    List<Object> reports = new ArrayList<>();
    for (int person = 0; person < 20; person++) {
      reports.add(call(person, at));
    }
    return reports;
  }

  /** As if it were a hundred days later. */
  private void reportedSomeWeeksBeforeTheEndOfCover() {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(100));
    String day = China.day(later.instant()).minusDays(1).toString();
    List<Ring> rings = new ArrayList<>();
    for (int person = 0; person < 20; person++) {
      rings.add(
          WrittenCall.of(day + " 09:00:00", Town.mobile(person), CALLER, "车牌、到期日", "平安车险", SCRIPT)
              .read(Labels.asOf(China.day(later.instant())))
              .orElseThrow());
    }
    Register register = new Register(town.home.journal(), town.register().policy(), later);
    new Reporting(town.home.vault(), town.home.callReports(), register)
        .report(Actor.operator(), rings);
  }

  @Test
  void aCallerWhoseCallsCrowdIsAnsweredFor() throws Exception {
    reportedSomeWeeksBeforeTheEndOfCover();
    CallCase found = inquired();
    assertThat(found.campaigns()).hasSize(1);
    assertThat(found.campaigns().get(0).said().people().keySet())
        .extracting(claim -> claim.id())
        .containsExactly("pingan");
    JsonNode first = officer.get(CAMPAIGNS + "?limit=1").is(200).json().get("items").get(0);
    assertThat(first.get("numbers").get(0).asString()).isEqualTo(CALLER);
    assertThat(first.get("rank").asInt()).isEqualTo(1);
    JsonNode known = agent.post(CALLERS, Map.of("number", "0086 17012345678")).is(200).json();
    assertThat(known.get("suspected").asBoolean()).isTrue();
    assertThat(known.get("evidence").asString()).isEqualTo("calls-before-end-of-cover");
    assertThat(known.get("log10_p_value").asDouble())
        .isEqualTo(found.campaigns().get(0).campaign().logChance() / Math.log(10));
    assertThat(known.toString()).doesNotContain(CALLER);
    Said other = agent.post(CALLERS, Map.of("number", "17012345679")).is(200);
    assertThat(other.json().get("suspected").asBoolean()).isFalse();
    Client auditor = Client.of(server).as("sun.yue", town, clock);
    auditor.post(CALLERS, Map.of("number", CALLER)).is(403);
    auditor.post(CALLS, reports(1)).is(403);
    agent.get(CAMPAIGNS).is(403);
  }

  @Test
  void aReportThatTellsNoTimeIsNamedByItsPlaceAndNothingIsKept() throws Exception {
    Said said = agent.post(CALLS, Map.of("reports", List.of(call(1, "2026-11-01"), call(2, "昨天"))));
    assertThat(said.is(422).by("bad-report").body()).contains("report 2").doesNotContain("昨天");
    agent
        .post(CALLS, Map.of("reports", List.of(call(1, "2099-01-01"))))
        .is(403)
        .by("in-the-future");
    agent.post(CALLS, Map.of("reports", List.of())).is(403).by("bad-number-of-reports");
    agent.post(CALLERS, Map.of("number", "无")).is(422).by("no-number");
    assertThat(kept()).isZero();
  }

  @Test
  void reportsGoOnTheirDay() throws Exception {
    agent.post(CALLS, reports(3)).is(201);
    assertThat(
            town.home
                .callReports()
                .sweep(clock.instant().plus(Duration.ofDays(184)).minusSeconds(60)))
        .isZero();
    assertThat(kept()).isEqualTo(3);
    assertThat(
            town.home
                .callReports()
                .sweep(clock.instant().plus(Duration.ofDays(184)).plusSeconds(60)))
        .isEqualTo(3);
    assertThat(kept()).isZero();
  }
}
