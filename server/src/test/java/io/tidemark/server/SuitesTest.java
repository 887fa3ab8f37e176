package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Connections are encrypted with forward secrecy and authenticated encryption, or not made. */
final class SuitesTest {
  /** What fits a certificate of an elliptic curve, as the server's own is. */
  private static final List<String> OLD =
      List.of(
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");

  private static final List<String> NEW =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

  @Test
  void allPortsSpeakAuthenticatedEncryptionAlone() throws Exception {
    PartnerTown partners = PartnerTown.get();
    Holder system = Holder.certified(partners, PartnerTown.ONE);
    Town town = Town.get();
    try (Server server =
        town.serve(
            town.home,
            new MovableClock(),
            Town.GENEROUS,
            ServerSettings.More.NONE.withPartnerPort(0).withSystemPort(0))) {
      only(HttpClients.trustingAnybody(), server.url());
      only(system.tls(server), server.partnerUrl().orElseThrow());
      only(system.tls(server), server.systemUrl().orElseThrow());
    }
  }

  private static void only(SSLContext tls, URI url) throws Exception {
    List<String> answered = new ArrayList<>();
    for (String suite : NEW) {
      if (HttpClients.handshake(tls, url, "TLSv1.3", Optional.of(suite))) {
        answered.add(suite);
      }
    }
    List<String> offered = Arrays.asList(tls.getSupportedSSLParameters().getCipherSuites());
    assertThat(offered).contains("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256").containsAll(OLD);
    for (String suite : offered) {
      if (!NEW.contains(suite) && HttpClients.handshake(tls, url, "TLSv1.2", Optional.of(suite))) {
        answered.add(suite);
      }
    }
    List<String> expected = new ArrayList<>(NEW);
    expected.addAll(OLD);
    assertThat(answered).as("%s", url).containsExactlyInAnyOrderElementsOf(expected);
  }
}
