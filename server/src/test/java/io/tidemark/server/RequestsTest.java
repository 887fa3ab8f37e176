package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.subtle.Ed25519Verify;
import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.Said;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Requests over HTTP: the same decisions, refusals and entries as the commands'. */
final class RequestsTest {
  private static final String REQUESTS = "/api/v1/requests";
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client client;
  private Client wang;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    client = Client.of(server);
    wang = client.as("wang.fang", town, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String ask() throws Exception {
    return wang.post(REQUESTS, WriteOnceTest.wanted(Town.policyNumber(7), Town.policyNumber(8)))
        .is(201)
        .text("request");
  }

  @Test
  void aRequestShowsWhatItWouldExposeAndIsRecorded() throws Exception {
    long before = town.home.journal().size();
    Said said =
        wang.post(
                REQUESTS,
                WriteOnceTest.wanted(Town.policyNumber(7), Town.policyNumber(8), "PDAA0000"))
            .is(201);
    JsonNode made = said.json();
    assertThat(made.get("people").asInt()).isEqualTo(2);
    assertThat(made.get("unknown").asInt()).isEqualTo(1);
    assertThat(made.get("approvals_needed").asInt()).isEqualTo(1);
    assertThat(made.get("rows_to_name").has("as_released")).isTrue();
    assertThat(said.header("Location")).isEqualTo(REQUESTS + "/" + said.text("request"));
    assertThat(town.kindsSince(before)).containsExactly("request");
    Said one = wang.get(said.header("Location")).is(200);
    assertThat(one.text("state")).isEqualTo("waiting");
    assertThat(one.text("asked_by")).isEqualTo("wang.fang");
  }

  @Test
  void theApproverSeesWhatTheRequesterWasToldAndItStaysAsItWas() throws Exception {
    Map<String, Object> wanted =
        new LinkedHashMap<>(WriteOnceTest.wanted(Town.policyNumber(11), Town.policyNumber(12)));
    wanted.put("columns", List.of("姓名", "手机号", "终保日期"));
    Said said = wang.post(REQUESTS, wanted).is(201);
    JsonNode told = said.json();
    assertThat(told.get("forms").toString())
        .isEqualTo("{\"姓名\":\"plain\",\"手机号\":\"masked\",\"终保日期\":\"plain\"}");
    String path = said.header("Location");
    Client chen = client.as("chen.wei", town, clock);
    JsonNode listed = chen.get(REQUESTS + "?limit=1").is(200).json().get("items").get(0);
    JsonNode one = chen.get(path).is(200).json();
    JsonNode approved = chen.post(path + "/approve", Map.of()).is(200).json();
    JsonNode later = wang.get(path).is(200).json();
    for (JsonNode seen : List.of(listed, one, approved, later)) {
      assertThat(seen.get("request")).isEqualTo(told.get("request"));
      assertThat(seen.get("people").asInt()).isEqualTo(2);
      JsonNode forecast = seen.get("forecast");
      for (String fact :
          List.of(
              "planned",
              "as_of",
              "forms",
              "rows_to_name",
              "recipients_counted",
              "demanded",
              "demand_met",
              "honey",
              "identical_to",
              "identical_count",
              "separated_by")) {
        assertThat(forecast.get(fact)).as(fact).isNotNull().isEqualTo(told.get(fact));
      }
    }
    assertThat(one.get("policy_changed").asBoolean()).isFalse();
    Entry entry = Entry.parse(town.home.entries(told.get("entry").asLong(), 1).get(0));
    assertThat(told.get("planned").asString()).isEqualTo(entry.value("time").orElseThrow());
    assertThat(entry.value("recipients")).hasValue(told.get("recipients_counted").asString());
  }

  @Test
  void whoMayNotSeeARequestSeesNoForecastEither() throws Exception {
    String id = ask();
    Client he = client.as("he.jun", town, clock);
    assertThat(he.get(REQUESTS + "/" + id).is(404).body()).doesNotContain("forecast");
    assertThat(he.get(REQUESTS).is(200).body()).doesNotContain(id);
  }

  @Test
  void aConditionIsLookedForUnderAnEntryOfItsOwn() throws Exception {
    long before = town.home.journal().size();
    Map<String, Object> wanted = new LinkedHashMap<>(WriteOnceTest.wanted());
    wanted.remove("subjects");
    wanted.put("where", "终保日期 2027-03-01..2027-03-05");
    Said said = wang.post(REQUESTS, wanted).is(201);
    assertThat(said.json().get("people").asInt()).isEqualTo(10);
    assertThat(town.kindsSince(before)).containsExactly("selection", "request");
  }

  @Test
  void anApprovalIsSignedWithThePersonsOwnKey() throws Exception {
    String id = ask();
    Client chen = client.as("chen.wei", town, clock);
    Said approved = chen.post(REQUESTS + "/" + id + "/approve", Map.of()).is(200);
    assertThat(approved.text("state")).isEqualTo("approved");
    long index = approved.json().get("entry").asLong();
    Entry entry = Entry.parse(town.home.entries(index, 1).get(0));
    assertThat(entry.kind()).isEqualTo("approval");
    assertThat(entry.value("actor")).hasValue("chen.wei");
    String key = entry.value("signed-by").orElseThrow();
    String text = new String(entry.bytes(), StandardCharsets.UTF_8);
    new Ed25519Verify(HexFormat.of().parseHex(key))
        .verify(
            Base64.getDecoder().decode(entry.value("signature").orElseThrow()),
            text.substring(0, text.indexOf("signature ")).getBytes(StandardCharsets.UTF_8));
    assertThat(lastAccountKey("chen.wei")).isEqualTo(key);
  }

  private String lastAccountKey(String person) throws Exception {
    String key = "";
    for (byte[] bytes : town.home.entries(0, 100_000)) {
      Entry entry = Entry.parse(bytes);
      if (entry.kind().equals("account") && entry.value("person").orElse("").equals(person)) {
        key = entry.value("key").orElseThrow();
      }
    }
    return key;
  }

  @Test
  void nobodyApprovesARequestOfTheirOwnAndTheRefusalIsRecorded() throws Exception {
    Client chen = client.as("chen.wei", town, clock);
    String id =
        chen.post(REQUESTS, WriteOnceTest.wanted(Town.policyNumber(7))).is(201).text("request");
    long before = town.home.journal().size();
    Said refused = chen.post(REQUESTS + "/" + id + "/approve", Map.of()).is(403).by("own-request");
    assertThat(refused.text("detail")).isEqualTo("nobody approves a request of their own");
    assertThat(town.kindsSince(before)).containsExactly("refusal");
    chen.with("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.1")
        .post(REQUESTS + "/" + id + "/approve", Map.of())
        .is(403);
  }

  @Test
  void whoMayNotApproveIsRefusedAndRecorded() throws Exception {
    String id = ask();
    long before = town.home.journal().size();
    wang.post(REQUESTS + "/" + id + "/approve", Map.of()).is(403).by("not-your-duty");
    wang.post(REQUESTS + "/" + id + "/reject", Map.of("why", "x")).is(403).by("not-your-duty");
    assertThat(town.kindsSince(before)).containsExactly("refusal", "refusal");
  }

  @Test
  void aRejectedRequestIsNotApproved() throws Exception {
    String id = ask();
    Client chen = client.as("chen.wei", town, clock);
    chen.post(REQUESTS + "/" + id + "/reject", Map.of("why", " ")).is(422).by("no-reason");
    assertThat(
            chen.post(REQUESTS + "/" + id + "/reject", Map.of("why", "列太多")).is(200).text("state"))
        .isEqualTo("rejected");
    chen.post(REQUESTS + "/" + id + "/approve", Map.of()).is(409).by("not-waiting");
  }

  @Test
  void ofTwoWhoApproveAtTheSameMomentOneLooksAgain() throws Exception {
    Client chen = client.as("chen.wei", town, clock);
    Client zhao = client.as("zhao.lei", town, clock);
    String id = ask();
    List<Integer> answers;
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      try (Town.Beside held = town.stopTheLedger()) {
        for (Client approver : List.of(chen, zhao)) {
          Callable<Integer> approve =
              () -> approver.post(REQUESTS + "/" + id + "/approve", Map.of()).status();
          running.add(two.submit(approve));
        }
        town.awaitWaiting(held);
        while (town.home.journal().waiting() == 0) {
          Thread.onSpinWait();
        }
      }
      answers = List.of(running.get(0).get(), running.get(1).get());
    } finally {
      two.shutdown();
    }
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    assertThat(chen.get(REQUESTS + "/" + id).json().get("approved_by")).hasSize(1);
  }

  @Test
  void aRequestOfSomebodyElseIsLikeNone() throws Exception {
    String id = ask();
    Client he = client.as("he.jun", town, clock);
    Said hidden = he.get(REQUESTS + "/" + id).is(404).by("not-found");
    Said none = he.get(REQUESTS + "/r-0000000000000000").is(404).by("not-found");
    assertThat(hidden.text("detail")).isEqualTo(none.text("detail"));
    he.get(REQUESTS + "/..%2f..%2fme").is(400);
    client.as("sun.yue", town, clock).get(REQUESTS + "/" + id).is(200);
  }

  @Test
  void pagesLeadThroughTheWholeListOnce() throws Exception {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, ask());
    }
    List<String> seen = new ArrayList<>();
    String next = REQUESTS + "?limit=2";
    while (next != null) {
      JsonNode page = wang.get(next).is(200).json();
      assertThat(page.get("items").size()).isBetween(1, 2);
      page.get("items").forEach(item -> seen.add(item.get("request").asString()));
      next = page.get("next").isNull() ? null : page.get("next").asString();
    }
    assertThat(seen).doesNotHaveDuplicates().startsWith(made.toArray(String[]::new));
    wang.get(REQUESTS + "?limit=0").is(400).by("bad-limit");
    wang.get(REQUESTS + "?limit=201").is(400).by("bad-limit");
    wang.get(REQUESTS + "?limit=x").is(400).by("bad-request");
    wang.get(REQUESTS + "?after=1'%20or%20'1'='1").is(400).by("unknown-cursor");
  }

  @Test
  void partiesGrantsAndPolicyAreThere() throws Exception {
    JsonNode first = wang.get("/api/v1/parties?limit=2").is(200).json();
    assertThat(first.get("items").get(0).get("id").asString()).isEqualTo("hq");
    JsonNode rest = wang.get(first.get("next").asString()).is(200).json();
    assertThat(rest.get("items").get(0).get("parent").asString()).isEqualTo("hq");
    assertThat(rest.get("next").isNull()).isTrue();
    JsonNode grant = wang.get("/api/v1/grants").is(200).json().get("items").get(0);
    assertThat(grant.get("state").asString()).isEqualTo("founding");
    assertThat(grant.get("forms").get("手机号").asString()).isEqualTo("plain");
    assertThat(wang.get("/api/v1/policy").is(200).text("policy")).contains("purposes:");
  }

  @Test
  void whatCannotBeMeantIsSaidWithoutRepeatingIt() throws Exception {
    String phone = Town.mobile(3);
    long size = town.home.journal().size();
    Map<String, Object> usual = WriteOnceTest.wanted(Town.policyNumber(1));
    for (Map.Entry<String, Object> wrong :
        Map.<String, Object>of(
                "to",
                phone,
                "purpose",
                phone,
                "columns",
                List.of(phone),
                "where",
                phone,
                "subjects",
                Map.of("kind", phone, "values", List.of(phone)),
                phone,
                phone)
            .entrySet()) {
      Map<String, Object> body = new LinkedHashMap<>(usual);
      body.put(wrong.getKey(), wrong.getValue());
      for (String language : List.of("zh", "en")) {
        Said said = wang.with("Accept-Language", language).post(REQUESTS, body);
        assertThat(said.status()).isBetween(400, 422);
        assertThat(said.body()).doesNotContain(phone);
        assertThat(said.header("Content-Language")).isEqualTo(language);
      }
    }
    wang.post(REQUESTS, WriteOnceTest.wanted("NOBODY-" + phone)).is(403).by("nobody-meant");
    Said path = wang.get("/api/v1/" + phone).is(404).by("not-found");
    assertThat(path.body()).doesNotContain(phone);
    assertThat(wang.get(REQUESTS + "?limit=" + phone + "0").is(400).body()).doesNotContain(phone);
    for (byte[] entry : town.home.entries(size, 1_000)) {
      assertThat(new String(entry, StandardCharsets.UTF_8)).doesNotContain(phone);
    }
  }
}
