package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys by a real browser: Debian's Chromium, with the authenticator that it has for tests. */
final class BrowserTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();

  /** On a machine that checks commits it must be there; elsewhere its absence is said. */
  @BeforeEach
  void aBrowserIsHere() throws Exception {
    if (System.getenv("TIDEMARK_CI_FOLDER") != null) {
      assertThat(Chromium.isHere()).as("chromium").isTrue();
    }
    assumeTrue(
        Chromium.isHere(),
        "no chromium here, so no real browser was tried: apt-get install chromium");
    town.forgetFailures();
  }

  private static X509Certificate certificate(Server server) throws Exception {
    try (InputStream file = Files.newInputStream(server.certificate().chain())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
    }
  }

  private static JsonNode options(Client person) throws Exception {
    person.post("/api/v1/session/proof", Map.of("password", Client.PASSWORD)).is(204);
    return person.post("/api/v1/passkeys/options", Map.of()).is(200).json().get("publicKey");
  }

  private static String making(JsonNode options) {
    return "const made = await navigator.credentials.create({publicKey:"
        + " PublicKeyCredential.parseCreationOptionsFromJSON("
        + options
        + ")}); return JSON.stringify(made.toJSON());";
  }

  @Test
  void aBrowserMakesAPasskeyAndSignsInWithIt() throws Exception {
    try (Server server = town.serve(clock);
        Chromium browser = Chromium.open(certificate(server))) {
      assertThat(server.origin())
          .isEqualTo(URI.create("https://localhost:" + server.url().getPort()));
      browser.goTo(server.origin().resolve("/health/live"));
      Client client = Client.of(server);
      Client wang = client.as("wang.fang", town, clock);
      JsonNode made = JSON.readTree(browser.run(making(options(wang))));
      wang.post("/api/v1/passkeys", Map.of("name", "Chromium", "credential", made)).is(201);
      for (int i = 0; i < 2; i++) {
        JsonNode asked = client.post("/api/v1/sign-in/passkey", Map.of()).is(200).json();
        String used =
            browser.run(
                "const used = await navigator.credentials.get({publicKey:"
                    + " PublicKeyCredential.parseRequestOptionsFromJSON("
                    + asked.get("publicKey")
                    + ")}); return JSON.stringify(used.toJSON());");
        String token =
            client
                .post(
                    "/api/v1/sign-in",
                    Map.of(
                        "person",
                        "wang.fang",
                        "password",
                        Client.PASSWORD,
                        "passkey",
                        Map.of(
                            "attempt",
                            asked.get("attempt").asString(),
                            "credential",
                            JSON.readTree(used))))
                .is(200)
                .text("token");
        client.with("Authorization", "Bearer " + token).get("/api/v1/me").is(200);
      }
    }
  }

  @Test
  void aBrowserMakesNoPasskeyForAServerOfAnotherName() throws Exception {
    URI other = URI.create("https://tidemark.example.cn");
    try (Server server =
            town.serve(
                town.home, clock, Town.GENEROUS, ServerSettings.More.NONE.withOrigin(other));
        Chromium browser = Chromium.open(certificate(server))) {
      browser.goTo(URI.create("https://localhost:" + server.url().getPort() + "/health/live"));
      Client wang = Client.of(server).as("wang.fang", town, clock);
      assertThat(browser.run(making(options(wang)))).isEqualTo("failed: SecurityError");
    }
  }
}
