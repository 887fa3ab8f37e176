package io.tidemark.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.phone.Sipp;
import io.tidemark.telephone.TelephoneSettings.Mode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telephones that we did not write, where Debian's sip-tester is installed. */
final class SippTest {
  private static final int CALLS = 60;
  private static final int RATE = 20;

  @TempDir private Path folder = Path.of(".");

  @BeforeAll
  static void findSipp() {
    Assumptions.assumeTrue(Sipp.installed(), Sipp.MISSING);
  }

  private void callsGoThrough(Transport transport, String host) throws Exception {
    Sipp sipp = new Sipp(folder, transport == Transport.TCP, host);
    try (Exchange exchange = Exchange.at(Network.address(host), transport)) {
      Process person = sipp.person(exchange.routePort, CALLS);
      try {
        Sipp.Went went = sipp.call("caller", exchange.port, Numbered.ALIAS, RATE, CALLS, 200);
        assertThat(went.exit()).isZero();
        assertThat(went.good()).isEqualTo(CALLS);
        assertThat(went.failed()).isZero();
        assertThat(person.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(person.exitValue()).isZero();
        assertThat(exchange.switchboard.asked).hasSize(CALLS);
        assertThat(exchange.telephone().open()).isZero();
      } finally {
        person.destroy();
      }
    }
  }

  @Test
  void callsGoThroughByUdp() throws Exception {
    callsGoThrough(Transport.UDP, "127.0.0.1");
  }

  @Test
  void callsGoThroughByTcp() throws Exception {
    callsGoThrough(Transport.TCP, "127.0.0.1");
  }

  @Test
  void callsGoThroughByUdpOverIpv6() throws Exception {
    callsGoThrough(Transport.UDP, "::1");
  }

  @Test
  void callsGoThroughByTcpOverIpv6() throws Exception {
    callsGoThrough(Transport.TCP, "::1");
  }

  @Test
  void callsAreRedirected() throws Exception {
    try (Exchange exchange = Exchange.of(Mode.REDIRECT, Optional.empty())) {
      Sipp.Went went =
          new Sipp(folder, false).call("redirected", exchange.port, Numbered.ALIAS, RATE, CALLS, 0);
      assertThat(went.exit()).isZero();
      assertThat(went.good()).isEqualTo(CALLS);
      assertThat(exchange.switchboard.asked).hasSize(CALLS);
    }
  }
}
