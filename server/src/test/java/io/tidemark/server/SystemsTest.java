package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Person;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.members.Systems;
import io.tidemark.server.Client.Said;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other systems: their secrets, their tokens, and each way in which either ends. */
final class SystemsTest {
  private static final String APP = "renewal-app";
  private static final String GRANT = "grant_type=client_credentials";

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client client;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    client = Client.of(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String basic(String id, String secret) {
    byte[] both = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private Said ask(String id, String secret, String form) throws Exception {
    return ask(client, id, secret, form);
  }

  private static Said ask(Client client, String id, String secret, String form) throws Exception {
    return post(client.with("Authorization", basic(id, secret)), form);
  }

  private static Said post(Client client, String form) throws Exception {
    return client.send(
        client
            .request("/oauth2/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private Client signedIn(String secret) throws Exception {
    return signedIn(client, secret);
  }

  /** The system, signed in with its secret. */
  static Client signedIn(Client client, String secret) throws Exception {
    String token = ask(client, APP, secret, GRANT).is(200).text("access_token");
    return client.with("Authorization", "Bearer " + token);
  }

  private Person app() {
    return town.home.chain().chain().person(APP).orElseThrow();
  }

  @Test
  void aSystemGetsATokenAndAsksWithIt() throws Exception {
    String secret = town.secret(APP);
    long before = town.home.journal().size();
    Said said = ask(APP, secret, GRANT).is(200);
    assertThat(said.text("token_type")).isEqualTo("Bearer");
    assertThat(said.json().get("expires_in").asInt()).isEqualTo(600);
    assertThat(said.header("Cache-Control")).isEqualTo("no-store");
    assertThat(said.header("Content-Type")).isEqualTo("application/json");
    assertThat(town.kindsSince(before)).containsExactly("sign-in");
    Client app = client.with("Authorization", "Bearer " + said.text("access_token"));
    Said me = app.get("/api/v1/me").is(200);
    assertThat(me.text("person")).isEqualTo(APP);
    assertThat(me.body()).contains("\"request\"").doesNotContain("\"approve\"");
    app.post("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(3))).is(201);
  }

  @Test
  void aTokenLastsTenMinutes() throws Exception {
    Client app = signedIn(town.secret(APP));
    clock.forward(Duration.ofMinutes(9));
    app.get("/api/v1/me").is(200);
    clock.forward(Duration.ofMinutes(2));
    app.get("/api/v1/me").is(401).by("not-signed-in");
  }

  @Test
  void aSystemThatIsShutOutHasLostSecretAndTokensOnEveryNode() throws Exception {
    String secret = town.secret(APP);
    Client app = signedIn(secret);
    try (Server other = town.serve(clock)) {
      Client elsewhere = app.at(Client.of(other));
      elsewhere.get("/api/v1/me").is(200);
      long before = town.home.journal().size();
      new Systems(town.register()).shutOut(Actor.operator(), app());
      assertThat(town.kindsSince(before)).containsExactly("system-shut-out");
      elsewhere.get("/api/v1/me").is(401);
      app.get("/api/v1/me").is(401);
    }
    assertThat(ask(APP, secret, GRANT).is(401).text("error")).isEqualTo("invalid_client");
  }

  @Test
  void aNewSecretEndsTheOldOneAndItsTokens() throws Exception {
    String old = town.secret(APP);
    Client app = signedIn(old);
    String fresh = town.secret(APP);
    app.get("/api/v1/me").is(401);
    ask(APP, old, GRANT).is(401);
    signedIn(fresh).get("/api/v1/me").is(200);
  }

  @Test
  void whateverIsWrongWithIdOrSecretTheAnswerIsTheSame() throws Exception {
    String secret = town.secret(APP);
    List<Said> answers =
        List.of(
            ask(APP, "A".repeat(43), GRANT),
            ask(APP, "x", GRANT),
            ask("nobody-has-this", secret, GRANT),
            ask("wang.fang", secret, GRANT),
            post(client, GRANT),
            post(client.with("Authorization", "Basic ?"), GRANT),
            post(client.with("Authorization", "Bearer " + secret), GRANT));
    for (Said said : answers) {
      assertThat(said.status()).isEqualTo(401);
      assertThat(said.body()).isEqualTo(answers.get(0).body());
      assertThat(said.text("error")).isEqualTo("invalid_client");
      assertThat(said.header("WWW-Authenticate")).startsWith("Basic realm=");
    }
  }

  @Test
  void whatIsNotAskedAsTheStandardSaysIsToldInItsWords() throws Exception {
    String secret = town.secret(APP);
    Map<String, String> faults =
        Map.of(
            "",
            "invalid_request",
            "grant_type=",
            "invalid_request",
            GRANT + "&" + GRANT,
            "invalid_request",
            "grant_type=%zz",
            "invalid_request",
            GRANT + "&client_secret=x",
            "invalid_request",
            "grant_type=password",
            "unsupported_grant_type",
            "grant_type=authorization_code",
            "unsupported_grant_type",
            GRANT + "&scope=approve",
            "invalid_scope");
    for (Map.Entry<String, String> one : faults.entrySet()) {
      Said said = ask(APP, secret, one.getKey()).is(400);
      assertThat(said.text("error")).as(one.getKey()).isEqualTo(one.getValue());
    }
    ask(APP, secret, GRANT + "&scope=&unknown=1").is(200);
    ask(APP, secret, GRANT + "&x=" + "y".repeat(5000)).is(413);
    Client json = client.with("Authorization", basic(APP, secret));
    Said said = json.post("/oauth2/token", Map.of("grant_type", "client_credentials")).is(400);
    assertThat(said.text("error")).isEqualTo("invalid_request");
  }

  @Test
  void fiveFailuresLockAndTheLockIsRecorded() throws Exception {
    String secret = town.secret(APP);
    long before = town.home.journal().size();
    for (int i = 0; i < 5; i++) {
      ask(APP, "A".repeat(43), GRANT).is(401);
    }
    Said locked = ask(APP, secret, GRANT).is(429).by("sign-in-locked");
    assertThat(Long.parseLong(locked.header("Retry-After"))).isBetween(1L, 30L);
    assertThat(town.kindsSince(before)).containsExactly("lockout");
    clock.forward(Duration.ofSeconds(31));
    signedIn(secret).get("/api/v1/me").is(200);
  }

  @Test
  void whoIsNoSystemAnyMoreHasNoTokenAndNoSecret() throws Exception {
    String secret = town.secret(APP);
    Client app = signedIn(secret);
    try (Town.Beside beside = town.beside()) {
      beside.run("update actor set duties = '{APPROVER}' where id = 'renewal-app'");
      try {
        app.get("/api/v1/me").is(401);
        ask(APP, secret, GRANT).is(401);
      } finally {
        beside.run("update actor set duties = '{SYSTEM,STAFF}' where id = 'renewal-app'");
      }
    }
  }

  @Test
  void onlyTheOperatorAdmitsAndOnlySystemsAreAdmitted() throws Exception {
    Actor officer = Actor.person("liu.min", town.home.chain().chain()).orElseThrow();
    Actor staff = Actor.person("wang.fang", town.home.chain().chain()).orElseThrow();
    Systems systems = new Systems(town.register());
    assertThat(systems.admit(officer, app())).isInstanceOf(Recorded.Refused.class);
    assertThat(systems.admit(staff, app())).isInstanceOf(Recorded.Refused.class);
    assertThat(systems.shutOut(staff, app())).isInstanceOf(Recorded.Refused.class);
    assertThat(systems.shutOut(officer, app())).isInstanceOf(Recorded.Done.class);
    Person wang = town.home.chain().chain().person("wang.fang").orElseThrow();
    assertThatIllegalArgumentException().isThrownBy(() -> systems.admit(Actor.operator(), wang));
  }

  @Test
  void aSystemCannotApproveAndHasNoAccount() throws Exception {
    Client app = signedIn(town.secret(APP));
    String request =
        app.post("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(3)))
            .is(201)
            .text("request");
    app.post("/api/v1/requests/" + request + "/approve", Map.of()).is(403).by("not-your-duty");
    client
        .post(
            "/api/v1/sign-in/enrol",
            Map.of("invitation", town.invitation(APP), "password", Client.PASSWORD))
        .is(401)
        .by("invitation-not-valid");
  }

  @Test
  void theMetadataNameTheEndpoint() throws Exception {
    Said said = client.get("/.well-known/oauth-authorization-server").is(200);
    assertThat(said.text("issuer")).isEqualTo(server.url().toString());
    assertThat(said.text("token_endpoint")).isEqualTo(server.url() + "/oauth2/token");
    assertThat(client.get("/openapi.json").is(200).body()).contains("\"/oauth2/token\"");
  }
}
