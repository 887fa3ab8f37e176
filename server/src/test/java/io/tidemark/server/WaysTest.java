package io.tidemark.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.EntryBundle;
import io.tidemark.ledger.SignedNote;
import io.tidemark.server.Client.Said;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all endpoints share, and those that are for machines. */
final class WaysTest {
  private static final Set<String> ENDPOINTS =
      new TreeSet<>(
          List.of(
              "GET /api/v1/aliases/pool",
              "GET /api/v1/aliases/bindings",
              "GET /api/v1/aliases/calls",
              "GET /api/v1/aliases/calls/summary",
              "POST /api/v1/aliases/expire",
              "GET /api/v1/grants",
              "GET /api/v1/notices",
              "GET /api/v1/notices/{id}",
              "POST /api/v1/notices/{id}/acknowledgement",
              "GET /api/v1/partner/notices",
              "GET /api/v1/partner/notices/key",
              "POST /api/v1/partner/notices/{id}/acknowledgement",
              "POST /api/v1/calls",
              "GET /api/v1/calls/campaigns",
              "POST /api/v1/callers",
              "POST /api/v1/consents",
              "POST /api/v1/consents/search",
              "POST /api/v1/erasures",
              "GET /api/v1/erasures/{entry}",
              "POST /api/v1/grants/{id}/renew",
              "GET /api/v1/keys",
              "POST /api/v1/keys/data-rotations",
              "GET /api/v1/ledger",
              "GET /api/v1/ledger/checkpoint",
              "GET /api/v1/ledger/tile/{path}",
              "GET /api/v1/me",
              "POST /api/v1/me/password",
              "GET /api/v1/me/sessions",
              "DELETE /api/v1/me/sessions/{id}",
              "POST /api/v1/owners/changes",
              "POST /api/v1/owners/copies",
              "POST /api/v1/owners/corrections",
              "POST /api/v1/owners/histories",
              "POST /api/v1/owners/refusals",
              "GET /api/v1/parties",
              "GET /api/v1/partner/grants",
              "GET /api/v1/partner/lists/{id}",
              "GET /api/v1/partner/me",
              "GET /api/v1/passkeys",
              "POST /api/v1/passkeys",
              "POST /api/v1/passkeys/options",
              "DELETE /api/v1/passkeys/{id}",
              "GET /api/v1/policy",
              "GET /api/v1/requests",
              "GET /api/v1/requests/{id}",
              "POST /api/v1/look-ups",
              "POST /api/v1/partner/lists",
              "POST /api/v1/requests",
              "POST /api/v1/requests/{id}/approve",
              "POST /api/v1/requests/{id}/reject",
              "GET /api/v1/retention",
              "DELETE /api/v1/session",
              "POST /api/v1/findings",
              "POST /api/v1/tokens/turned-back",
              "POST /api/v1/session/proof",
              "POST /api/v1/sign-in",
              "POST /api/v1/sign-in/passkey",
              "POST /api/v1/sign-in/enrol",
              "GET /api/v1/sign-in/provider",
              "GET /api/v1/sign-in/provider/answer"));

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
  void theDescriptionIsValidAndListsEveryEndpointWithItsProblems() throws Exception {
    Said said = client.get("/openapi.json").is(200);
    assertThat(said.text("openapi")).startsWith("3.1");
    SwaggerParseResult read = new OpenAPIV3Parser().readContents(said.body());
    assertThat(read.getMessages()).isEmpty();
    Set<String> listed = new TreeSet<>();
    read.getOpenAPI()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          listed.add(method + " " + path);
                          assertThat(operation.getSummary()).as(path).isNotBlank();
                          assertThat(operation.getResponses()).as(path).containsKey("default");
                          boolean key =
                              operation.getParameters() != null
                                  && operation.getParameters().stream()
                                      .anyMatch(one -> one.getName().equals("Idempotency-Key"));
                          assertThat(key).as(path).isEqualTo(!method.name().equals("GET"));
                        }));
    assertThat(listed).isEqualTo(ENDPOINTS);
    assertThat(client.get("/.well-known/api-catalog").is(200).body()).contains("/openapi.json");
  }

  @Test
  void theDescriptionSaysWhatAnApproverSees() throws Exception {
    Map<String, Schema> schemas =
        new OpenAPIV3Parser()
            .readContents(client.get("/openapi.json").is(200).body())
            .getOpenAPI()
            .getComponents()
            .getSchemas();
    for (String seen : List.of("Standing", "Decided")) {
      assertThat(names(schemas, seen)).as(seen).contains("forecast", "people");
    }
    assertThat(names(schemas, "Foreseen"))
        .contains("forms", "rows_to_name", "recipients_counted", "planned", "honey");
    assertThat(names(schemas, "Made")).contains("forms", "rows_to_name");
    assertThat(names(schemas, "Grant")).contains("waits_for", "gone", "hint");
  }

  private static List<String> names(Map<String, Schema> schemas, String schema) {
    Map<?, ?> properties = requireNonNull(schemas.get(schema)).getProperties();
    return properties.keySet().stream().map(String::valueOf).toList();
  }

  @Test
  void problemsSpeakTheCallersLanguage() throws Exception {
    Map<String, String> expected =
        Map.of(
            "zh",
            "请先登录",
            "zh-CN,en;q=0.5",
            "请先登录",
            "en-GB",
            "sign in first",
            "fr",
            "sign in first",
            "*",
            "sign in first",
            ";;;",
            "sign in first",
            "a" + "-a".repeat(7_000),
            "sign in first");
    for (Map.Entry<String, String> one : expected.entrySet()) {
      Said said = client.with("Accept-Language", one.getKey()).get("/api/v1/me").is(401);
      assertThat(said.text("detail")).as(one.getKey()).isEqualTo(one.getValue());
    }
  }

  @Test
  void whatDoesNotFitIsAProblemOfItsStatus() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    wang.get("/api/v1/nothing").is(404).by("not-found");
    wang.delete("/api/v1/me").is(405).by("method-not-allowed");
    wang.with("Accept", "text/html").get("/api/v1/requests").is(406).by("not-acceptable");
    wang.send(
            wang.request("/api/v1/requests")
                .header("Idempotency-Key", "k1")
                .header("Content-Type", "text/plain")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("x")))
        .is(415)
        .by("not-json");
    wang.send(
            wang.request("/api/v1/requests")
                .header("Idempotency-Key", "k2")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"to\":")))
        .is(400)
        .by("bad-request");
  }

  @Test
  void aCallerWhoAsksTooOftenWaits() throws Exception {
    try (Server strict = town.serve(clock, new ServerSettings.Limits(10_000, 10_000, 2))) {
      Client wang = Client.of(strict).as("wang.fang", town, clock);
      List<Said> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        answers.add(wang.get("/api/v1/me"));
      }
      Said late =
          answers.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();
      late.by("too-many-requests");
      assertThat(Long.parseLong(late.header("Retry-After"))).isBetween(1L, 2L);
      Client.of(strict).as("he.jun", town, clock).get("/api/v1/me").is(200);
    }
    try (Server strict = town.serve(clock, new ServerSettings.Limits(10_000, 1, 100))) {
      Client stranger = Client.of(strict);
      List<Integer> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(
            stranger
                .post(
                    "/api/v1/sign-in",
                    Map.of("person", "p" + i, "password", "wrong-horse-battery", "code", "000000"))
                .status());
      }
      assertThat(answers).contains(401, 429);
    }
  }

  @Test
  void theCertificateIsTheHomesOwnAndOldProtocolsAreNotSpoken() throws Exception {
    assertThat(server.certificate().fingerprint()).matches("[0-9a-f]{64}");
    assertThat(Files.getPosixFilePermissions(server.certificate().key()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (Server again = town.serve(clock)) {
      assertThat(again.certificate().fingerprint()).isEqualTo(server.certificate().fingerprint());
    }
    client.get("/health/live").is(200);
    assertThatThrownBy(
            () ->
                HttpClients.ofTheWorld()
                    .send(
                        client.request("/health/live").GET().build(),
                        HttpResponse.BodyHandlers.discarding()))
        .hasMessageContaining("PKIX");
    for (String version : List.of("TLSv1.2", "TLSv1.3")) {
      assertThat(HttpClients.speaks(server, version)).as(version).isTrue();
    }
    for (String version : List.of("TLSv1", "TLSv1.1")) {
      assertThat(HttpClients.speaks(server, version)).as(version).isFalse();
    }
  }

  @Test
  void theLedgerIsReadByThoseWhoMayAndChecks() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    for (String path : List.of("", "/checkpoint", "/tile/0/000", "/tile/entries/000.p/1")) {
      long before = town.home.journal().size();
      wang.get("/api/v1/ledger" + path).is(403).by("not-your-duty");
      assertThat(town.kindsSince(before)).containsExactly("refusal");
    }
    Client sun = client.as("sun.yue", town, clock);
    Said note = sun.get("/api/v1/ledger/checkpoint").is(200);
    assertThat(note.header("Content-Type")).startsWith("text/plain");
    Checkpoint head =
        Checkpoint.open(
            SignedNote.parse(note.body().getBytes(StandardCharsets.UTF_8)),
            town.home.ledger().key());
    int width = (int) Math.min(256, head.size());
    String bundle = new EntryBundle(0, width).path();
    HttpResponse<byte[]> entries =
        sun.http()
            .send(
                sun.request("/api/v1/ledger/" + bundle).GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(entries.statusCode()).isEqualTo(200);
    assertThat(new EntryBundle(0, width).decode(entries.body()).get(0))
        .isEqualTo(town.home.entries(0, 1).get(0));
    for (String path :
        List.of("tile/0/999", "tile/entries/..", "tile/x/000", "tile/0/..%2f..%2fkeys", "tile/")) {
      assertThat(sun.get("/api/v1/ledger/" + path).status()).as(path).isIn(400, 404);
    }
    assertThat(sun.get("/api/v1/ledger").is(200).text("public_key"))
        .isEqualTo(town.home.ledger().key().vkey());
  }

  @Test
  void operatorsSeeHealthAndFiguresWithoutASession() throws Exception {
    assertThat(client.get("/health/live").is(200).body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(client.get("/health/ready").is(200).body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(client.get("/metrics").is(200).body())
        .contains("http_server_requests", "jvm_memory");
    client.get("/env").is(401);
    client.get("/prometheus").is(401);
  }

  @Test
  void nothingThatIsServedNamesTheSoftwareBehindIt() throws Exception {
    for (String path : List.of("/api/v1/me", "/error", "/%00", "/health/live")) {
      Said said = client.get(path);
      assertThat(said.headers().map()).doesNotContainKey("server");
      assertThat(said.body()).doesNotContain("Tomcat", "Spring", "Exception");
    }
  }
}
