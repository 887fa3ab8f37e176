package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.App;
import io.tidemark.server.Client.Said;
import io.tidemark.server.passkey.Device;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People change their own passwords, and each way in which that fails. */
final class OwnPasswordTest {
  private static final String OWN = "/api/v1/me/password";
  private static final String NEW = "seven-lanterns-under-bridge";
  private static final URI ORIGIN = URI.create("https://tidemark.example.cn:8443");

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client client;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server =
        town.serve(town.home, clock, Town.GENEROUS, ServerSettings.More.NONE.withOrigin(ORIGIN));
    client = Client.of(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Signed in, with an app whose next code is fresh. */
  private Client signedIn(App app) throws Exception {
    Client person = client.signIn(app, clock);
    clock.forward(Duration.ofSeconds(30));
    return person;
  }

  private Map<String, String> wanted(App app, String password) throws Exception {
    return Map.of("password", Client.PASSWORD, "code", app.code(clock), "new_password", password);
  }

  private static Map<String, String> with(Map<String, String> shown, String field, String other) {
    Map<String, String> changed = new LinkedHashMap<>(shown);
    changed.put(field, other);
    return changed;
  }

  private Said signIn(App app, String password) throws Exception {
    clock.forward(Duration.ofSeconds(30));
    return client.post("/api/v1/sign-in", with(app.shows(clock), "password", password));
  }

  @Test
  void aChangedPasswordSignsInAndTheOldOneDoesNotAndOtherSessionsEnd() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client other = signedIn(app);
    Client wang = signedIn(app);
    try (Server elsewhere = town.serve(clock)) {
      other.at(Client.of(elsewhere)).get("/api/v1/me").is(200);
      long before = town.home.journal().size();
      wang.post(OWN, wanted(app, NEW)).is(204);
      List<byte[]> entries = town.home.entries(before, 10);
      assertThat(entries).hasSize(1);
      Entry entry = Entry.parse(entries.get(0));
      assertThat(entry.kind()).isEqualTo("password");
      assertThat(entry.value("actor")).hasValue("wang.fang");
      assertThat(entry.value("by")).hasValue("code");
      assertThat(new String(entries.get(0), StandardCharsets.UTF_8))
          .doesNotContain(NEW, Client.PASSWORD, "argon2");
      other.at(Client.of(elsewhere)).get("/api/v1/me").is(401);
    }
    wang.get("/api/v1/me").is(200);
    signIn(app, Client.PASSWORD).is(401).by("sign-in-failed");
    signIn(app, NEW).is(200);
  }

  @Test
  void whatIsDecidedAfterwardsIsSignedWithTheSameKey() throws Exception {
    long before = town.home.journal().size();
    App app = client.enrol("chen.wei", town.invitation("chen.wei"));
    Entry account = Entry.parse(town.home.entries(before + 1, 1).get(0));
    signedIn(app).post(OWN, wanted(app, NEW)).is(204);
    String token = signIn(app, NEW).is(200).text("token");
    String request =
        client
            .as("wang.fang", town, clock)
            .post("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(9)))
            .is(201)
            .text("request");
    Said approved =
        client
            .with("Authorization", "Bearer " + token)
            .post("/api/v1/requests/" + request + "/approve", Map.of())
            .is(200);
    Entry approval =
        Entry.parse(town.home.entries(approved.json().get("entry").asLong(), 1).get(0));
    assertThat(approval.value("signed-by")).isEqualTo(account.value("key")).isPresent();
  }

  @Test
  void whateverPartIsWrongTheAnswerIsTheSameAndNothingChanges() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client wang = client.signIn(app, clock);
    Map<String, String> usedCode = wanted(app, NEW);
    Client other = client.as("he.jun", town, clock);
    clock.forward(Duration.ofSeconds(30));
    Map<String, String> right = wanted(app, NEW);
    String wrong = "000000".equals(right.get("code")) ? "000001" : "000000";
    long before = town.home.journal().size();
    List<Said> answers =
        List.of(
            wang.post(OWN, usedCode),
            wang.post(OWN, with(right, "password", "wrong-horse-battery")),
            wang.post(OWN, with(right, "code", wrong)),
            other.post(OWN, right));
    for (Said answer : answers) {
      answer.is(403).by("proof-failed");
      assertThat(answer.text("detail")).isEqualTo(answers.get(0).text("detail"));
    }
    assertThat(town.kindsSince(before)).isEmpty();
    wang.post(OWN, right).is(204);
  }

  @Test
  void guessingTheOldPasswordLocksHereAndAtSignIn() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client wang = signedIn(app);
    Map<String, String> right = wanted(app, NEW);
    long before = town.home.journal().size();
    for (int i = 0; i < 5; i++) {
      wang.post(OWN, with(right, "password", "wrong-horse-battery-" + i)).is(403);
    }
    wang.post(OWN, right).is(429).by("sign-in-locked");
    client.post("/api/v1/sign-in", app.shows(clock)).is(429).by("sign-in-locked");
    assertThat(town.kindsSince(before)).containsExactly("lockout");
    wang.get("/api/v1/me").is(200);
    clock.forward(Duration.ofSeconds(31));
    wang.post(OWN, wanted(app, NEW)).is(204);
  }

  @Test
  void aPasskeyStandsInPlaceOfTheCode() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    Device device = new Device(Device.Kind.ES256, ORIGIN);
    wang.post("/api/v1/session/proof", Map.of("password", Client.PASSWORD)).is(204);
    Said making = wang.post("/api/v1/passkeys/options", Map.of()).is(200);
    wang.post(
            "/api/v1/passkeys",
            Map.of("name", "办公室", "credential", device.make(making.json().get("publicKey"))))
        .is(201);
    Said asked = client.post("/api/v1/sign-in/passkey", Map.of()).is(200);
    Map<String, Object> wanted =
        Map.of(
            "password",
            Client.PASSWORD,
            "new_password",
            NEW,
            "passkey",
            Map.of(
                "attempt",
                asked.text("attempt"),
                "credential",
                device.use(asked.json().get("publicKey"))));
    long before = town.home.journal().size();
    wang.post(OWN, wanted).is(204);
    Entry entry = Entry.parse(town.home.entries(before, 1).get(0));
    assertThat(entry.value("by")).hasValue("passkey");
    assertThat(entry.value("registration")).isPresent();
    wang.post(OWN, wanted).is(403).by("proof-failed");
  }

  @Test
  void ofTwoChangesAtTheSameMomentOneCounts() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client wang = signedIn(app);
    Map<String, String> one = wanted(app, NEW);
    clock.forward(Duration.ofSeconds(30));
    Map<String, String> two = wanted(app, "nine-kites-over-the-river");
    List<Integer> answers = new ArrayList<>();
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      try (Town.Beside held = town.stopTheLedger()) {
        running.add(both.submit(() -> wang.post(OWN, one).status()));
        running.add(both.submit(() -> wang.post(OWN, two).status()));
        town.awaitWaiting(held);
        while (town.home.journal().waiting() == 0) {
          Thread.onSpinWait();
        }
      }
      for (Future<Integer> each : running) {
        answers.add(each.get());
      }
    } finally {
      both.shutdown();
    }
    assertThat(answers).containsExactlyInAnyOrder(204, 403);
  }

  @Test
  void aPasswordMadeOfKnownWordsIsRefusedHereAndForANewAccount() throws Exception {
    App app = client.enrol("lin.na", town.invitation("lin.na"));
    Client lin = signedIn(app);
    String invitation = town.invitation("he.jun");
    for (String known :
        List.of(
            "baoxian-2026-chexian", // words of insurance
            "BaoX1an#Chex!an#88", // spelled otherwise
            "woaini1314520-abc", // a saying with its numbers
            "ZhangWei@Sichuan-7", // a name and a place
            "成都分公司-理赔-2026-查勘", // the own party
            "tidemark+ledger+2026", // the product
            "示例财险总公司的保单系统")) { // the party above
      lin.post(OWN, with(wanted(app, NEW), "new_password", known)).is(422).by("known-words");
      client
          .post("/api/v1/sign-in/enrol", Map.of("invitation", invitation, "password", known))
          .is(422)
          .by("known-words");
    }
    lin.post(OWN, wanted(app, "Password123!")).is(422).by("common-password");
    lin.post(OWN, wanted(app, "short")).is(422).by("weak-password");
    lin.post(OWN, wanted(app, Client.PASSWORD)).is(422).by("same-password");
    lin.post(OWN, wanted(app, "chexian-seven-lanterns-under-bridge")).is(204);
  }

  @Test
  void whatIsMissingOrTooMuchIsABadRequest() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client wang = signedIn(app);
    wang.post(OWN, Map.of("password", Client.PASSWORD, "new_password", NEW)).is(400);
    wang.post(OWN, Map.of("code", app.code(clock), "new_password", NEW)).is(400);
    wang.post(OWN, with(wanted(app, NEW), "new_password", "x".repeat(513))).is(400);
    wang.post(OWN, with(wanted(app, NEW), "pass", "x")).is(400);
    wang.post(OWN, Map.of("new_password", "x".repeat(5_000))).is(413);
    client.post(OWN, wanted(app, NEW)).is(401).by("not-signed-in");
  }

  @Test
  void aSystemHasNoPasswordToChange() throws Exception {
    Client app = SystemsTest.signedIn(client, town.secret("renewal-app"));
    Map<String, String> any =
        Map.of("password", Client.PASSWORD, "code", "000000", "new_password", NEW);
    app.post(OWN, any).is(403).by("no-account");
  }
}
