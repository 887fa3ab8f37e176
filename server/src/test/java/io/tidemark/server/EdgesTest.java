package io.tidemark.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.EntryBundle;
import io.tidemark.ledger.SignedNote;
import io.tidemark.server.Client.Said;
import io.tidemark.server.tls.Certificate;
import io.tidemark.server.tls.OwnCertificate;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What HTTP lets callers and pages try beside the endpoints. */
final class EdgesTest {
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

  @Test
  void everyAnswerTellsBrowsersWhatTheyMayDo() throws Exception {
    for (String path : List.of("/api/v1/me", "/openapi.json", "/health/live", "/nothing")) {
      Said said = client.get(path);
      assertThat(said.header("Strict-Transport-Security"))
          .as(path)
          .contains("max-age=31536000", "includeSubDomains");
      assertThat(said.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
      assertThat(said.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
      assertThat(said.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
    }
  }

  @Test
  void aPageOfAnotherOriginMayReadNothing() throws Exception {
    Client page = client.with("Origin", "https://evil.example.com");
    HttpRequest.Builder preflight =
        page.request("/api/v1/requests")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "idempotency-key");
    for (Said said : List.of(page.get("/openapi.json").is(200), page.send(preflight))) {
      assertThat(said.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }
  }

  @Test
  void traceEchoesNothing() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    String token = wang.headers().get("Authorization");
    for (String path : List.of("/api/v1/me", "/openapi.json")) {
      Wire.Answer answer =
          Wire.say(
              server.url(),
              "TRACE %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n"
                  .formatted(path, token));
      assertThat(answer.status()).as(path).isBetween(400, 501);
      assertThat(answer.text()).doesNotContain(token);
    }
  }

  @Test
  void whatAnIntermediaryWouldSayIsNotBelieved() throws Exception {
    try (Server strict = town.serve(clock, new ServerSettings.Limits(10_000, 1, 10_000))) {
      Client caller = Client.of(strict);
      int refused = 0;
      for (int i = 0; i < 5; i++) {
        Said said =
            caller
                .with("X-Forwarded-For", "10.0.0." + i)
                .with("Forwarded", "for=10.0.0." + i)
                .post("/api/v1/sign-in", Map.of("person", "nobody"));
        refused += said.status() == 429 ? 1 : 0;
      }
      assertThat(refused).isPositive();
      Said metadata =
          caller
              .with("X-Forwarded-Host", "evil.example.com")
              .with("X-Forwarded-Proto", "http")
              .get("/.well-known/oauth-authorization-server")
              .is(200);
      assertThat(metadata.text("issuer")).isEqualTo(strict.url().toString());
    }
  }

  @Test
  void aBodyHasOneEnd() throws Exception {
    String hidden = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String post = "POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: k\r\n";
    for (String doubtful :
        List.of(
            post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
            post + "Content-Length: 5\r\nContent-Length: 0\r\n\r\n" + hidden,
            post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + hidden,
            post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + hidden,
            post + "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" + hidden)) {
      Wire.Answer answer = Wire.send(HttpClients.trustingAnybody(), server.url(), doubtful);
      assertThat(answer.count()).as(doubtful).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void ofAParameterTwiceTheFirstCountsAndAJsonKeyTwiceIsRefused() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    Said page = wang.get("/api/v1/parties?limit=1&limit=3").is(200);
    assertThat(page.json().get("items").size()).isEqualTo(1);
    wang.send(
            wang.request("/api/v1/requests")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "twice")
                .POST(
                    HttpRequest.BodyPublishers.ofString("{\"to\":\"ag-0001\",\"to\":\"ag-0002\"}")))
        .is(400)
        .by("bad-request");
  }

  @Test
  void aLongPasswordCounts() throws Exception {
    String password = "seven odd herons mend a kettle beside the quiet northern harbour wall";
    assertThat(password.length()).isGreaterThan(64);
    Said account =
        client
            .post(
                "/api/v1/sign-in/enrol",
                Map.of("invitation", town.invitation("he.jun"), "password", password))
            .is(201);
    Client.App app = new Client.App("he.jun", new Base32().decode(account.text("code_secret")));
    String code = app.code(clock);
    String shorter = password.substring(0, 64);
    client
        .post("/api/v1/sign-in", Map.of("person", "he.jun", "password", shorter, "code", code))
        .is(401);
    clock.forward(Duration.ofSeconds(60));
    String next = app.code(clock);
    client
        .post("/api/v1/sign-in", Map.of("person", "he.jun", "password", password, "code", next))
        .is(200);
  }

  @Test
  void aReasonIsBounded() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    Client chen = client.as("chen.wei", town, clock);
    String id =
        wang.post("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(6)))
            .is(201)
            .text("request");
    String reject = "/api/v1/requests/" + id + "/reject";
    chen.post(reject, Map.of("why", "字".repeat(2_001))).is(422).by("too-long");
    chen.post(reject, Map.of("why", "字".repeat(2_000))).is(200);
  }

  @Test
  void aTileHasANameOfOurs() throws Exception {
    Client sun = client.as("sun.yue", town, clock);
    byte[] note = sun.get("/api/v1/ledger/checkpoint").is(200).body().getBytes(UTF_8);
    long size = Checkpoint.open(SignedNote.parse(note), town.home.ledger().key()).size();
    String bundle = new EntryBundle(0, (int) Math.min(256, size)).path();
    Said tile = sun.get("/api/v1/ledger/" + bundle).is(200);
    assertThat(tile.header("Content-Disposition")).isEqualTo("attachment; filename=\"tile\"");
  }

  @Test
  void signingOutClearsTheBrowser() throws Exception {
    Said out = client.as("wang.fang", town, clock).delete("/api/v1/session").is(204);
    assertThat(out.header("Clear-Site-Data")).contains("\"cookies\"", "\"storage\"");
  }

  @Test
  void theOperatorsOwnCertificateIsServed(@TempDir Path folder) throws Exception {
    Certificate own = OwnCertificate.in(folder, clock);
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            Optional.of(own),
            Duration.ofMinutes(30),
            Town.GENEROUS,
            clock,
            town.told::add,
            ServerSettings.More.NONE);
    try (Server operators = Server.start(town.home, settings)) {
      assertThat(operators.certificate().fingerprint())
          .isEqualTo(own.fingerprint())
          .isNotEqualTo(server.certificate().fingerprint());
      Client.of(operators.url(), own.chain()).get("/health/live").is(200);
      Client other = Client.of(operators.url(), server.certificate().chain());
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> other.get("/health/live")))
          .isInstanceOf(javax.net.ssl.SSLHandshakeException.class);
    }
  }
}
