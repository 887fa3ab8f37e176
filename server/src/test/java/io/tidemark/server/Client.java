package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.commons.codec.binary.Base32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who calls a server over HTTPS and trusts its certificate.
 *
 * @param headers what each request carries, such as a token
 */
record Client(HttpClient http, URI base, Map<String, String> headers) {
  static final String PASSWORD = "correct-horse-battery";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What came back. */
  record Said(int status, String body, java.net.http.HttpHeaders headers) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String text(String field) {
      return json().get(field).asString();
    }

    Said is(int expected) {
      assertThat(status).as("status; it said: %s", body).isEqualTo(expected);
      return this;
    }

    /** A problem in the standard's form, by this rule. */
    Said by(String rule) {
      assertThat(headers.firstValue("Content-Type")).hasValue("application/problem+json");
      JsonNode problem = json();
      assertThat(problem.get("rule").asString()).isEqualTo(rule);
      assertThat(problem.get("status").asInt()).isEqualTo(status);
      assertThat(problem.get("type").asString()).isEqualTo("urn:tidemark:rule:" + rule);
      assertThat(problem.get("instance").asString()).startsWith("urn:uuid:");
      return this;
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  static Client of(Server server) throws Exception {
    return of(server.url(), server.certificate().chain());
  }

  /** Somebody who calls that address and trusts that certificate. */
  static Client of(URI base, Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    try (InputStream file = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(tls)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    return new Client(http, base, Map.of());
  }

  /** The same with one more header. */
  Client with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Client(http, base, more);
  }

  /** The same at another server. */
  Client at(Client other) {
    return new Client(other.http, other.base, headers);
  }

  Said get(String path) throws Exception {
    return send(request(path).GET());
  }

  Said delete(String path) throws Exception {
    return send(request(path).header("Idempotency-Key", UUID.randomUUID().toString()).DELETE());
  }

  Said post(String path, Object body) throws Exception {
    return post(path, UUID.randomUUID().toString(), body);
  }

  Said post(String path, String key, Object body) throws Exception {
    return send(posting(path, body).header("Idempotency-Key", key));
  }

  HttpRequest.Builder posting(String path, Object body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    return request;
  }

  Said send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Said(response.statusCode(), response.body(), response.headers());
  }

  /** A person's authenticator app. */
  record App(String person, byte[] secret) {
    String code(Clock clock) throws Exception {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), clock.instant());
    }

    Map<String, String> shows(Clock clock) throws Exception {
      return Map.of("person", person, "password", PASSWORD, "code", code(clock));
    }
  }

  /** Opens an account with an invitation. */
  App enrol(String person, String invitation) throws Exception {
    Said said =
        post("/api/v1/sign-in/enrol", Map.of("invitation", invitation, "password", PASSWORD))
            .is(201);
    assertThat(said.text("person")).isEqualTo(person);
    return new App(person, new Base32().decode(said.text("code_secret")));
  }

  /** Signs in; what is asked from then on carries the token. */
  Client signIn(App app, Clock clock) throws Exception {
    Said said = post("/api/v1/sign-in", app.shows(clock)).is(200);
    return with("Authorization", "Bearer " + said.text("token"));
  }

  /** A person who is enrolled anew and signed in. */
  Client as(String person, Town town, Clock clock) throws Exception {
    return signIn(enrol(person, town.invitation(person)), clock);
  }
}
