package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code serve} in a process of its own, from its one line to SIGTERM. */
final class ServeTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder = Path.of(".");

  @Test
  void aServedHomeAnswersWorksWithOtherCommandsAndStopsWhenAsked() throws Exception {
    Desk desk = Homes.small(folder);
    Child served =
        Child.start(
            folder,
            Map.of("SERVER_PORT", "1", "SERVER_SSL_ENABLED", "false"),
            List.of("serve", "--port", "0", "--json", "--home", desk.home().toString()));
    try {
      JsonNode line = firstLine(served);
      URI url = URI.create(line.get("url").asString());
      assertThat(url.getScheme()).isEqualTo("https");
      assertThat(line.get("origin").asString()).isEqualTo("https://localhost:" + url.getPort());
      Path file = Path.of(line.get("certificate").asString());
      Certificate certificate = certificate(file);
      assertThat(line.get("fingerprint").asString())
          .isEqualTo(
              HexFormat.of()
                  .formatHex(
                      MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
      HttpClient client = client(certificate);
      assertThat(get(client, URI.create(line.get("openapi").asString()))).isEqualTo(200);
      assertThat(get(client, url.resolve("/health/ready"))).isEqualTo(200);

      JsonNode invited = desk.json(0, "people", "invite", "chen.wei");
      assertThat(enrol(client, url, invited.get("invitation").asString())).isEqualTo(201);
      desk.type("people", "invite", "chen.wei").ends(4).because("has a credential already");
      desk.type("people", "invite", "nobody.here").ends(2).because("nobody called");
      aSystemIsAdmittedAndShutOut(desk);
      desk.type("people", "invite", "liu.min", "--hours", "169").ends(2).because("--hours");
    } finally {
      served.process().destroy();
    }
    Desk.Said end = served.end();
    assertThat(end.exit()).as("ended by SIGTERM").isEqualTo(143);
    assertThat(end.err()).isEmpty();
    assertThat(end.out().strip()).as("one JSON line").doesNotContain("\n");
    assertThat(desk.home().resolve("database/data/postmaster.pid")).doesNotExist();
    assertThat(desk.json(0, "ledger", "fsck").get("ok").asBoolean()).isTrue();
  }

  private void aSystemIsAdmittedAndShutOut(Desk desk) throws Exception {
    desk.type("system", "admit", "chen.wei").ends(2).because("with the duty system");
    Path chain =
        Files.writeString(
            folder.resolve("systems.yaml"),
            "people: [{id: renewal-app, party: hq, duties: [system, staff]}]");
    desk.json(0, "chain", "apply", chain.toString());
    desk.type("people", "invite", "renewal-app").ends(2).because("system admit");
    Path secret = folder.resolve("renewal-app.secret");
    String[] admit = {"system", "admit", "renewal-app", "--secret-out", secret.toString()};
    assertThat(desk.json(0, admit).get("file").asString()).isEqualTo(secret.toString());
    assertThat(Files.readString(secret).strip()).hasSize(43);
    assertThat(Files.getPosixFilePermissions(secret))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    desk.type(admit).ends(2).because("exists already");
    aCertificateIsRegisteredAndRevoked(desk);
    desk.json(0, "system", "shut-out", "renewal-app");
  }

  private void aCertificateIsRegisteredAndRevoked(Desk desk) throws Exception {
    String own = Authority.client(folder.resolve("app.crt")).toString();
    String system = "renewal-app";
    JsonNode trusted = desk.json(0, "system", "trust", system, "--certificate", own);
    String fingerprint = trusted.get("fingerprint").asString();
    assertThat(trusted.get("entry").asLong()).isPositive();
    desk.type("system", "trust", system, "--certificate", own).ends(4).because("is registered");
    desk.type("system", "trust", "chen.wei", "--certificate", own).ends(2).because("duty system");
    desk.type("system", "revoke", system, "12ab").ends(2).because("64 hexadecimal");
    desk.json(0, "system", "revoke", system, fingerprint);
    desk.type("system", "revoke", system, fingerprint).ends(4).because("no such certificate");
    desk.type("system", "trust", system, "--certificate", own).ends(4).because("was revoked");
  }

  @Test
  void whatCannotBeServedIsExplained() throws Exception {
    Desk desk = Homes.small(folder);
    desk.type("serve", "--port", "70000").ends(2).because("65535");
    desk.type("serve", "--system-port", "-1").ends(2).because("65535");
    desk.type("serve", "--certificate", "x.pem").ends(2).because("belong together");
    for (String origin :
        List.of(
            "http://tidemark.example.cn",
            "https://127.0.0.1:8443",
            "https://Tidemark.example.cn",
            "https://tidemark.example.cn/",
            "https://tidemark.example.cn:443",
            "https://liu.min@tidemark.example.cn")) {
      desk.type("serve", "--origin", origin).ends(2).because("--origin");
    }
    for (String traces :
        List.of(
            "http://collector.example.com/v1/traces",
            "HTTP://10.0.0.7:4318/v1/traces",
            "http://127.0.0.1.example.com/v1/traces",
            "http://localhost@collector.example.com/")) {
      desk.type("serve", "--traces", traces).ends(2).because("takes https over a network");
    }
    for (String[] sip :
        new String[][] {
          {"udp:0.0.0.0:5060", "127.0.0.1", "sip:127.0.0.1", "0.0.0.0 is none"},
          {"127.0.0.1:5060", "127.0.0.1", "sip:127.0.0.1", "--sip is a transport"},
          {"udp:127.0.0.1:5060", "operator.example", "sip:127.0.0.1", "--sip-trunk is"},
          {"udp:127.0.0.1:5060", "127.0.0.1", "sip:sbc.example.com", "--sip-route is"},
          {"udp:127.0.0.1:5060", "127.0.0.1", "sip:10.1.2.3", "do not fit together"},
          {"udp:127.0.0.1:5060", "127.0.0.1", "sip:127.0.0.1;transport=tcp", "do not fit together"},
          {"tls:127.0.0.1:5061", "127.0.0.1", "sip:127.0.0.1;transport=tls", "needs --sip-ca"},
        }) {
      desk.type("serve", "--sip", sip[0], "--sip-trunk", sip[1], "--sip-route", sip[2])
          .ends(2)
          .because(sip[3]);
    }
    desk.type("serve", "--sip", "udp:127.0.0.1:5060").ends(2).because("--sip-trunk");
    desk.typeIn("zh", "serve", "--traces", "http://a.example.com/").ends(2).because("须用 https");
    desk.type("serve", "--traces", "ftp://127.0.0.1/").ends(2).because("is an https address");
    desk.type("serve", "--traces", "http:// /").ends(2).because("is an address");
    Path wrong = Files.writeString(folder.resolve("wrong.pem"), "no certificate");
    desk.type(
            "serve",
            "--port",
            "0",
            "--certificate",
            wrong.toString(),
            "--certificate-key",
            wrong.toString())
        .ends(5)
        .because("certificate");
    try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      desk.type("serve", "--port", String.valueOf(taken.getLocalPort()))
          .ends(5)
          .because("the port is taken");
    }
  }

  static JsonNode firstLine(Child served) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
    while (System.nanoTime() < end && served.process().isAlive()) {
      String out = Files.readString(served.out());
      if (out.endsWith("\n")) {
        return JSON.readTree(out);
      }
    }
    throw new AssertionError("it did not start: " + Files.readString(served.err()));
  }

  static Certificate certificate(Path file) throws Exception {
    try (InputStream pem = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  static HttpClient client(Certificate certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    trusted.setCertificateEntry("server", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(tls).build();
  }

  private static int get(HttpClient client, URI at) throws Exception {
    return client
        .send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static int enrol(HttpClient client, URI url, String invitation) throws Exception {
    String body =
        JSON.writeValueAsString(
            Map.of("invitation", invitation, "password", "correct-horse-battery"));
    return client
        .send(
            HttpRequest.newBuilder(url.resolve("/api/v1/sign-in/enrol"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "enrol-1")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
