package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.telephone.Listening;
import io.tidemark.telephone.Network;
import io.tidemark.telephone.Route;
import io.tidemark.telephone.TelephoneSettings;
import io.tidemark.telephone.TelephoneSettings.Limits;
import io.tidemark.telephone.TelephoneSettings.Mode;
import io.tidemark.telephone.Transport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server that hears calls as well. */
final class TelephonePartTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final String ALIAS = "17000000000";
  private static final String CALLER = "13800000001";
  private static final int ROOM = 8_192;

  private final Town town = Town.get();

  private static int freePort() throws Exception {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
      return socket.getLocalPort();
    }
  }

  private static ServerSettings settings(int port) throws Exception {
    TelephoneSettings telephone =
        new TelephoneSettings(
            List.of(new Listening(Transport.UDP, HERE, port)),
            List.of(Network.of("127.0.0.1")),
            Map.of(TelephoneSettings.ANY_LINE, new Route(HERE, freePort(), Transport.UDP)),
            Mode.BRIDGE,
            Optional.empty(),
            Optional.empty(),
            Limits.USUAL);
    return new ServerSettings(
        "127.0.0.1",
        0,
        Optional.empty(),
        Duration.ofMinutes(30),
        Town.GENEROUS,
        Clock.systemUTC(),
        words -> {},
        ServerSettings.More.NONE.withTelephone(telephone));
  }

  /** The first answer that is final. */
  private static String call(int port) throws Exception {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
      socket.setSoTimeout(10_000);
      String invite =
          """
          INVITE sip:%1$s@127.0.0.1:%2$d SIP/2.0
          Via: SIP/2.0/UDP 127.0.0.1:%3$d;branch=z9hG4bK%3$d
          Max-Forwards: 70
          From: <sip:%4$s@127.0.0.1>;tag=1
          To: <sip:%1$s@127.0.0.1>
          Call-ID: %3$d
          CSeq: 1 INVITE
          Contact: <sip:%4$s@127.0.0.1:%3$d>
          Content-Length: 0

          """
              .formatted(ALIAS, port, socket.getLocalPort(), CALLER)
              .replace("\n", "\r\n");
      byte[] bytes = invite.getBytes(StandardCharsets.UTF_8);
      socket.send(new DatagramPacket(bytes, bytes.length, HERE, port));
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[ROOM], ROOM);
        socket.receive(packet);
        String answer = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        if (!answer.startsWith("SIP/2.0 1")) {
          return answer;
        }
      }
    }
  }

  @Test
  void aCallIsDecidedByTheBookCountedAndLoggedNowhere() throws Exception {
    town.forgetFailures();
    int port = freePort();
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream caught = new PrintStream(console, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      System.setErr(caught);
      try (Server server = Server.start(town.home, settings(port))) {
        assertThat(call(port)).as("a number of no pool").startsWith("SIP/2.0 404 ");
        assertThat(Client.of(server).get("/health/ready").is(200).body()).contains("UP");
        assertThat(Client.of(server).get("/metrics").is(200).body())
            .contains("tidemark_calls_seconds_count{outcome=\"unknown\"} 1")
            .contains("tidemark_calls_open 0.0")
            .doesNotContain(ALIAS, CALLER);
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    town.forgetFailures();
    try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
      ServerSettings settings = settings(taken.getLocalPort());
      assertThatThrownBy(() -> Server.start(town.home, settings).close())
          .isInstanceOfSatisfying(
              CannotServe.class,
              cannot ->
                  assertThat(cannot.words().en())
                      .contains("udp:127.0.0.1:" + taken.getLocalPort(), "--sip"));
    }
  }
}
