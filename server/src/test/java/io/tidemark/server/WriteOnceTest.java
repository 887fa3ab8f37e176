package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.server.Client.Said;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write is done once for its key, whatever happens on the way. */
final class WriteOnceTest {
  private static final String REQUESTS = "/api/v1/requests";
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client wang;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    wang = Client.of(server).as("wang.fang", town, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Map<String, Object> wanted(String... policies) {
    return Map.of(
        "to",
        "ag-0001",
        "purpose",
        "renewal-service",
        "columns",
        List.of("姓名", "车牌号", "终保日期"),
        "subjects",
        Map.of("kind", "保单号", "values", List.of(policies)));
  }

  @Test
  void aReplayGetsTheSameAnswerAndDoesNothing() throws Exception {
    String key = UUID.randomUUID().toString();
    Said first = wang.post(REQUESTS, key, wanted(Town.policyNumber(1))).is(201);
    long size = town.home.journal().size();
    try (Server other = town.serve(clock)) {
      for (Client where : List.of(wang, wang.at(Client.of(other)))) {
        Said again = where.post(REQUESTS, key, wanted(Town.policyNumber(1))).is(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      }
    }
    assertThat(town.home.journal().size()).isEqualTo(size);
  }

  @Test
  void aRefusalIsReplayedToo() throws Exception {
    String key = UUID.randomUUID().toString();
    Map<String, Object> beyond =
        Map.of("to", "ag-9999", "purpose", "renewal-service", "columns", List.of("姓名"));
    Said first = wang.post(REQUESTS, key, beyond).is(403).by("unknown-party");
    long size = town.home.journal().size();
    assertThat(wang.post(REQUESTS, key, beyond).is(403).body()).isEqualTo(first.body());
    assertThat(town.home.journal().size()).isEqualTo(size);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() throws Exception {
    String key = UUID.randomUUID().toString();
    wang.post(REQUESTS, key, wanted(Town.policyNumber(1))).is(201);
    wang.post(REQUESTS, key, wanted(Town.policyNumber(2))).is(422).by("idempotency-key-reused");
    wang.post(REQUESTS + "/r-0000000000000000/approve", key, wanted(Town.policyNumber(1)))
        .is(422)
        .by("idempotency-key-reused");
  }

  @Test
  void theSameKeyOfAnotherCallerIsAnother() throws Exception {
    Client he = Client.of(server).as("he.jun", town, clock);
    String key = UUID.randomUUID().toString();
    String first = wang.post(REQUESTS, key, wanted(Town.policyNumber(1))).is(201).text("request");
    String second = he.post(REQUESTS, key, wanted(Town.policyNumber(1))).is(201).text("request");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void aReplayWhileTheFirstIsBeingDoneConflictsAndIsAnsweredAfterwards() throws Exception {
    String key = UUID.randomUUID().toString();
    CompletableFuture<Integer> first;
    try (Town.Beside held = town.stopTheLedger()) {
      HttpRequest request =
          wang.posting(REQUESTS, wanted(Town.policyNumber(3)))
              .header("Idempotency-Key", key)
              .build();
      first =
          wang.http()
              .sendAsync(request, java.net.http.HttpResponse.BodyHandlers.ofString())
              .thenApply(response -> response.statusCode());
      town.awaitWaiting(held);
      wang.post(REQUESTS, key, wanted(Town.policyNumber(3))).is(409).by("write-in-progress");
      assertThat(first).isNotDone();
    }
    assertThat(first.get()).isEqualTo(201);
    wang.post(REQUESTS, key, wanted(Town.policyNumber(3))).is(201);
  }

  @Test
  void aKeyIsFreeAgainAfterADay() throws Exception {
    String key = UUID.randomUUID().toString();
    Client client = Client.of(server);
    Client.App app = client.enrol("he.jun", town.invitation("he.jun"));
    Client he = client.signIn(app, clock);
    String first = he.post(REQUESTS, key, wanted(Town.policyNumber(1))).is(201).text("request");
    clock.forward(java.time.Duration.ofHours(25));
    he = client.signIn(app, clock);
    String second = he.post(REQUESTS, key, wanted(Town.policyNumber(1))).is(201).text("request");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void aWriteWithoutAKeyIsNotDone() throws Exception {
    long size = town.home.journal().size();
    wang.send(wang.posting(REQUESTS, wanted(Town.policyNumber(1))))
        .is(400)
        .by("no-idempotency-key");
    wang.post(REQUESTS, "a key with spaces", wanted(Town.policyNumber(1)))
        .is(400)
        .by("no-idempotency-key");
    assertThat(town.home.journal().size()).isEqualTo(size);
  }

  @Test
  void whatSigningInAnsweredIsKeptByNobody() throws Exception {
    Client client = Client.of(server);
    Client.App app = client.enrol("he.jun", town.invitation("he.jun"));
    String key = UUID.randomUUID().toString();
    Map<String, String> shown = app.shows(clock);
    client.post("/api/v1/sign-in", key, shown).is(200);
    client.post("/api/v1/sign-in", key, shown).is(409).by("answer-not-kept");
  }

  @Test
  void aBodyIsBoundedWhetherItSaysItsLengthOrNot() throws Exception {
    byte[] large = new byte[io.tidemark.server.http.WriteOnce.LARGEST + 1];
    java.util.Arrays.fill(large, (byte) ' ');
    for (HttpRequest.BodyPublisher body :
        List.of(
            HttpRequest.BodyPublishers.ofByteArray(large),
            HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(large)))) {
      wang.send(
              wang.request(REQUESTS)
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .POST(body))
          .is(413)
          .by("body-too-large");
    }
    for (String path : List.of("/api/v1/sign-in", "/api/v1/sign%2Din", "/api/v1/sign-in/%65nrol")) {
      Client.of(server)
          .post(path, Map.of("person", "x".repeat(5_000)))
          .is(413)
          .by("body-too-large");
    }
  }
}
