package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a caller writes into Host is believed only where it is one of the server's names. */
final class HostsTest {
  private final Town town = Town.get();

  private Server serve(ServerSettings.More more) throws Exception {
    town.forgetFailures();
    return town.serve(town.home, new MovableClock(), Town.GENEROUS, more);
  }

  private static Wire.Answer get(Server server, String path, String host) throws Exception {
    return Wire.say(server.url(), "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
  }

  @Test
  void aNameThatIsNotTheServersIsNotAnswered() throws Exception {
    try (Server server = serve(ServerSettings.More.NONE)) {
      int port = server.url().getPort();
      for (String stranger :
          new String[] {
            "evil.example.com", "evil.example.com:" + port, "localhost.evil.example.com", "1.2.3.4"
          }) {
        for (String path :
            new String[] {"/api/v1/me", "/openapi.json", "/metrics", "/oauth2/token"}) {
          Wire.Answer answer = get(server, path, stranger);
          assertThat(answer.status()).as(stranger).isEqualTo(421);
          assertThat(answer.body()).contains("unknown-host").doesNotContain("example.com");
        }
        assertThat(get(server, "/health/live", stranger).status()).isEqualTo(200);
      }
      for (String own :
          new String[] {"localhost:" + port, "LOCALHOST", "127.0.0.1:" + port, "[::1]:" + port}) {
        assertThat(get(server, "/api/v1/me", own).status()).as(own).isEqualTo(401);
      }
      Wire.Answer metadata =
          get(server, "/.well-known/oauth-authorization-server", "localhost:" + port);
      assertThat(metadata.body()).contains("\"issuer\":\"https://localhost:" + port + "\"");
    }
  }

  @Test
  void theOperatorsOriginIsAKnownNameAndTheIssuer() throws Exception {
    URI origin = URI.create("https://Custody.example.com");
    try (Server server = serve(ServerSettings.More.NONE.withOrigin(origin))) {
      for (String host : new String[] {"custody.example.com", "127.0.0.1"}) {
        Wire.Answer metadata = get(server, "/.well-known/oauth-authorization-server", host);
        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.body()).contains("\"issuer\":\"https://Custody.example.com\"");
      }
      assertThat(get(server, "/api/v1/me", "example.com").status()).isEqualTo(421);
    }
  }

  @Test
  void partnersCallByTheSameNames() throws Exception {
    Holder system = Holder.certified(PartnerTown.get(), PartnerTown.ONE);
    try (Server server = serve(ServerSettings.More.NONE.withPartnerPort(0))) {
      URI port = server.partnerUrl().orElseThrow();
      String wanted = "GET /api/v1/partner/me HTTP/1.1\r\nHost: %s\r\n";
      for (Map.Entry<String, Integer> one :
          Map.of("localhost", 200, "evil.example.com", 421).entrySet()) {
        Wire.Answer answer = Wire.say(system.tls(server), port, wanted.formatted(one.getKey()));
        assertThat(answer.status()).as(one.getKey()).isEqualTo(one.getValue());
      }
    }
  }
}
