package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.classify.Suspicion;
import io.tidemark.custody.Deposit;
import io.tidemark.custody.DepositReport;
import io.tidemark.custody.Submission;
import io.tidemark.formats.bundle.OwnerFile;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.history.Event;
import io.tidemark.history.OwnerHistory;
import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.Said;
import io.tidemark.terms.Digest;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What people ask of their own data, over HTTPS; on people of its own, whom no other test needs.
 */
final class OwnersTest {
  private static final String COPIES = "/api/v1/owners/copies";
  private static final String HISTORIES = "/api/v1/owners/histories";
  private static final String CORRECTIONS = "/api/v1/owners/corrections";
  private static final String REFUSALS = "/api/v1/owners/refusals";
  private static final String CHANGES = "/api/v1/owners/changes";
  private static final String ERASURES = "/api/v1/erasures";
  private static final int FIRST = 7_000;

  @TempDir private Path folder = Path.of(".");
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client desk;

  private static String number(int own) {
    return Town.policyNumber(FIRST + own);
  }

  private static String mobile(int own) {
    return Town.mobile(FIRST + own);
  }

  @BeforeAll
  static void depositPeople() throws Exception {
    Town town = Town.get();
    town.add("{id: tang.li, party: hq, duties: [owner-service]}");
    List<Submission.Row> rows =
        IntStream.range(0, 6)
            .mapToObj(
                own ->
                    new Submission.Row(
                        own + 2,
                        Map.of(
                            FieldClass.NAME, PersonalText.of("欧阳本" + "子丑寅卯辰巳".charAt(own)),
                            FieldClass.MOBILE, PersonalText.of(mobile(own)),
                            FieldClass.POLICY_NUMBER, PersonalText.of(number(own)),
                            FieldClass.EXPIRY, PersonalText.of("2027-05-01"))))
            .toList();
    DepositReport.Listing nothing =
        new DepositReport.Listing() {
          @Override
          public void suspect(long line, FieldClass field, Suspicion suspicion) {
            // none
          }

          @Override
          public void progress(long done) {
            // few
          }
        };
    new Deposit(
            town.home.vault(),
            town.home.shelf(),
            town.home.corrections(),
            town.home.journal(),
            PolicyFile.builtIn(),
            Clock.systemUTC())
        .deposit(
            Actor.operator(),
            new Submission("owners.csv", Digest.sha256("owners"), rows.iterator()),
            nothing);
  }

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    desk = Client.of(server).as("tang.li", town, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Map<String, Object> owner(int own) {
    return new LinkedHashMap<>(Map.of("kind", "保单号", "value", number(own)));
  }

  private static Map<String, Object> correction(int own, String field, String to) {
    Map<String, Object> body = owner(own);
    body.put("field", field);
    body.put("to", to);
    body.put("why", "asked by letter");
    return body;
  }

  private static String value(JsonNode copy, String field) {
    for (JsonNode one : copy.get("records").get(0).get("fields")) {
      if (one.get("zh").asString().equals(field)) {
        return one.get("value").asString();
      }
    }
    return "";
  }

  private Client officer() throws Exception {
    return Client.of(server).as("liu.min", town, clock);
  }

  @Test
  void aCopyIsGivenToWhoServesOwnersAfterItsEntryAndKeptByNobody() throws Exception {
    long before = town.home.journal().size();
    String key = UUID.randomUUID().toString();
    Said copy = desk.post(COPIES, key, owner(0)).is(200);
    assertThat(copy.header("Cache-Control")).contains("no-store");
    assertThat(value(copy.json(), "手机号")).isEqualTo(mobile(0));
    assertThat(copy.body()).doesNotContain(mobile(1));
    assertThat(town.kindsSince(before)).containsExactly("identification", "owner-copy");
    desk.post(COPIES, key, owner(0)).is(409).by("answer-not-kept");
    assertThat(town.kindsSince(before)).as("done once").hasSize(2);

    for (String person : List.of("wang.fang", "gu.yan", "sun.yue")) {
      Client other = Client.of(server).as(person, town, clock);
      other.post(COPIES, owner(0)).is(403).by("not-your-duty");
      other.post(CORRECTIONS, correction(0, "手机号", mobile(90))).is(403).by("not-your-duty");
      other.post(CHANGES, owner(0)).is(403).by("not-your-duty");
    }
    for (byte[] bytes : town.home.entries(before, 1_000)) {
      assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain(mobile(0), number(0));
    }
  }

  @Test
  void aHistoryIsGivenThatAnybodyChecksOffline() throws Exception {
    desk.post(COPIES, owner(4)).is(200);
    HttpResponse<byte[]> answer =
        desk.http()
            .send(
                desk.posting(HISTORIES, owner(4))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
    Path file = Files.write(folder.resolve("history.zip"), answer.body());
    OwnerHistory history = OwnerFile.read(file);
    assertThat(history.events().stream().map(Event::kind).toList())
        .containsExactly("deposit", "owner-copy");
    Client clerk = Client.of(server).as("lin.na", town, clock);
    clerk.post(HISTORIES, owner(4)).is(403).by("not-your-duty");
    desk.post(HISTORIES, owner(901)).is(404).by("nobody-meant");
  }

  @Test
  void numbersThatAreNobodysAreOneAnswerAndLock() throws Exception {
    Map<String, Object> nobody = owner(900);
    Said none = desk.post(COPIES, nobody).is(404).by("nobody-meant");
    assertThat(none.body()).doesNotContain(number(900));
    for (int i = 1; i < 100; i++) {
      desk.post(CHANGES, owner(900 + i));
    }
    desk.post(COPIES, owner(0)).is(429).by("owners-locked");
  }

  @Test
  void aCorrectionIsMadeToldAndHeldAndWhatCannotBeRightIsNot() throws Exception {
    long before = town.home.journal().size();
    desk.post(CORRECTIONS, correction(1, "手机号", "12")).is(403).by("suspect-value");
    Said done = desk.post(CORRECTIONS, correction(1, "手机号", mobile(91))).is(201);
    assertThat(done.json().get("records").asInt()).isEqualTo(1);
    assertThat(town.kindsSince(before))
        .containsExactly("identification", "right-refused", "identification", "correction");
    Map<String, Object> former = new LinkedHashMap<>(Map.of("kind", "手机号", "value", mobile(1)));
    desk.post(COPIES, former).is(404).by("nobody-meant");
    assertThat(value(desk.post(COPIES, owner(1)).is(200).json(), "手机号")).isEqualTo(mobile(91));

    Map<String, Object> denial = owner(1);
    denial.put("right", "erasure");
    denial.put("reason", "contract-runs");
    Said denied = desk.post(REFUSALS, denial).is(201);
    assertThat(denied.text("zh")).contains("保险合同仍在履行");
    denial.put("reason", "no-time");
    desk.post(REFUSALS, denial).is(422).by("bad-reason");

    Map<String, Object> asked = owner(1);
    asked.put("values", true);
    JsonNode changes = desk.post(CHANGES, asked).is(200).json().get("changes");
    assertThat(changes.size()).isEqualTo(3);
    assertThat(changes.get(0).get("en").asString()).contains("cannot be right");
    assertThat(changes.get(1).get("before").asString()).isEqualTo(mobile(1));
    assertThat(changes.get(1).get("after").asString()).isEqualTo(mobile(91));
    assertThat(changes.get(2).get("zh").asString()).contains("保险合同仍在履行");
    assertThat(desk.post(CHANGES, owner(1)).is(200).body()).doesNotContain(mobile(1));
  }

  @Test
  void onlyAProtectionOfficerErasesAndTheStateIsTold() throws Exception {
    Map<String, Object> wanted = owner(2);
    desk.post(ERASURES, wanted).is(403).by("not-your-duty");
    Client officer = officer();
    officer.post(ERASURES, wanted).is(422).by("no-reason");
    wanted.put("why", "asked for by letter");
    String key = UUID.randomUUID().toString();
    Said erased = officer.post(ERASURES, key, wanted).is(201);
    long entry = erased.json().get("erasure").asLong();
    assertThat(erased.json().get("people").asInt()).isEqualTo(1);
    Said again = officer.post(ERASURES, key, wanted).is(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    Entry recorded = Entry.parse(town.home.entries(entry, 1).get(0));
    assertThat(recorded.kind()).isEqualTo("erasure");
    assertThat(officer.get(ERASURES + "/" + entry).is(200).text("state")).isEqualTo("deleted");
    officer.get(ERASURES + "/" + (entry + 100_000)).is(404);
    desk.get(ERASURES + "/" + entry).is(403);
    desk.post(COPIES, owner(2)).is(404).by("nobody-meant");
    officer.post(ERASURES, wanted).is(404).by("nobody-meant");
  }

  @Test
  void tokensAreTurnedBackByRightAndKeysAndRetentionAreTold() throws Exception {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("party", "ag-0001");
    asked.put("column", "保单号");
    asked.put("tokens", List.of(number(3)));
    asked.put("why", "a customer asks");
    desk.post("/api/v1/tokens/turned-back", asked).is(403).by("not-your-duty");
    Client officer = officer();
    long before = town.home.journal().size();
    Said turned = officer.post("/api/v1/tokens/turned-back", asked).is(200);
    assertThat(turned.json().get("tokens").get(0).get("token").asString()).isEqualTo(number(3));
    assertThat(town.kindsSince(before)).containsExactly("turned-back");
    asked.put("tokens", List.of());
    officer.post("/api/v1/tokens/turned-back", asked).is(422).by("bad-tokens");

    JsonNode keys = officer.get("/api/v1/keys").is(200).json();
    assertThat(keys.get("data").size()).isPositive();
    assertThat(keys.get("rotation").isNull()).isTrue();
    desk.get("/api/v1/keys").is(403).by("not-your-duty");
    JsonNode retention = officer.get("/api/v1/retention").is(200).json();
    assertThat(retention.get("days").get("claims").asInt()).isEqualTo(1826);
    assertThat(retention.get("last").isNull()).isTrue();
    desk.get("/api/v1/retention").is(403).by("not-your-duty");
  }
}
