package io.tidemark.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.App;
import io.tidemark.server.http.TurnedAway;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failed sign-ins and attempts around the limits are in the ledger, without filling it. */
final class TurnedAwayTest {
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();

  @BeforeEach
  void forget() throws Exception {
    town.forgetFailures();
  }

  /** The entries of this kind from there on. */
  private List<Entry> since(long size) throws Exception {
    List<Entry> found = new java.util.ArrayList<>();
    for (byte[] bytes : town.home.entries(size, 10_000)) {
      Entry entry = Entry.parse(bytes);
      if (entry.kind().equals("turned-away")) {
        found.add(entry);
      }
    }
    return found;
  }

  private static void wrong(Client client, String person) throws Exception {
    client
        .post(
            "/api/v1/sign-in",
            Map.of("person", person, "password", "wrong-horse-battery", "code", "000000"))
        .is(401);
  }

  @Test
  void whatFailedAndWhatWasTurnedAwayIsOneEntryWithCounts() throws Exception {
    long before = town.home.journal().size();
    try (Server server = town.serve(clock)) {
      Client client = Client.of(server);
      App app = client.enrol("wang.fang", town.invitation("wang.fang"));
      wrong(client, "wang.fang");
      wrong(client, "wang.fang");
      wrong(client, "zz-typed-name");
      Client wang = client.signIn(app, clock);
      wang.post("/api/v1/session/proof", Map.of("password", "wrong-horse-battery")).is(403);
      wang.get("/api/v1/requests/r-0000000000000000").is(404);
      wang.get("/api/v1/requests/r-0000000000000000").is(404);
      client.post("/api/v1/sign-in/enrol", Map.of("invitation", "x", "password", "y")).is(401);
      String token =
          requireNonNull(wang.headers().get("Authorization")).substring("Bearer ".length());
      client.with("Cookie", "__Host-tidemark=" + token).delete("/api/v1/session").is(403);
      wang.post("/api/v1/requests", "k-1", WriteOnceTest.wanted(Town.policyNumber(3))).is(201);
      wang.post("/api/v1/requests", "k-1", WriteOnceTest.wanted(Town.policyNumber(4))).is(422);
      String basic = Base64.getEncoder().encodeToString("renewal-app:x".getBytes("UTF-8"));
      town.secret("renewal-app");
      client
          .send(
              client
                  .with("Authorization", "Basic " + basic)
                  .request("/oauth2/token")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
          .is(401);
      client.get("/api/v1/me").is(401);
      assertThat(since(before)).as("no entry for each").isEmpty();
    }
    List<Entry> entries = since(before);
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).value("actor")).hasValue("nobody");
    assertThat(entries.get(0).value("since")).isPresent();
    assertThat(entries.get(0).values("attempts"))
        .containsExactly(
            "cross-site wang.fang 1",
            "idempotency-key-reused wang.fang 1",
            "invitation-not-valid unknown 1",
            "not-found wang.fang 2",
            "sign-in-failed renewal-app 1",
            "sign-in-failed unknown 1",
            "sign-in-failed wang.fang 3");
    assertThat(new String(entries.get(0).bytes(), StandardCharsets.UTF_8))
        .doesNotContain("zz-typed-name", "wrong-horse-battery", "127.0.0.1");
  }

  @Test
  void whoAsksTooOftenIsNamedOnceAndWhoDoesNothingOfTheKindNever() throws Exception {
    long before = town.home.journal().size();
    try (Server strict = town.serve(clock, new ServerSettings.Limits(10_000, 10_000, 1))) {
      Client wang = Client.of(strict).as("wang.fang", town, clock);
      while (wang.get("/api/v1/me").status() != 429) {
        Thread.onSpinWait();
      }
    }
    assertThat(since(before)).hasSize(1);
    assertThat(since(before).get(0).value("attempts").orElseThrow())
        .startsWith("too-many-requests wang.fang ");
    long after = town.home.journal().size();
    try (Server server = town.serve(clock)) {
      Client.of(server).as("wang.fang", town, clock).get("/api/v1/me").is(200);
    }
    assertThat(since(after)).isEmpty();
  }

  @Test
  void anEntryComesOnceInAWhileAndHoldsSoManyLines() throws Exception {
    Register register = town.register();
    TurnedAway turnedAway = new TurnedAway(clock);
    long before = town.home.journal().size();
    turnedAway.record(() -> register);
    for (int i = 0; i < 700; i++) {
      turnedAway.count("cross-site", "person-" + i);
      turnedAway.count("cross-site", "person-0");
    }
    clock.forward(Duration.ofMinutes(4));
    turnedAway.record(() -> register);
    assertThat(since(before)).isEmpty();
    clock.forward(Duration.ofMinutes(2));
    turnedAway.record(() -> register);
    turnedAway.record(() -> register);
    List<Entry> entries = since(before);
    assertThat(entries).hasSize(1);
    List<String> lines = entries.get(0).values("attempts");
    assertThat(lines).hasSize(501).contains("cross-site person-0 701", "others unknown 200");
  }
}
