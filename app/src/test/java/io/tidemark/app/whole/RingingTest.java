package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import io.tidemark.telephone.Listening;
import io.tidemark.telephone.Network;
import io.tidemark.telephone.Route;
import io.tidemark.telephone.Telephone;
import io.tidemark.telephone.TelephoneSettings;
import io.tidemark.telephone.TelephoneSettings.Limits;
import io.tidemark.telephone.TelephoneSettings.Mode;
import io.tidemark.telephone.Transport;
import io.tidemark.telephone.Watch;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

/** From the operator's trunk to the book and on to the person: what everybody hears of a call. */
final class RingingTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final int ROOM = 8_192;
  private static final String MINE = Switch.callerOf("ag-01");
  private static final String STRANGER = "13900009999";

  @TempDir private Path folder = Path.of(".");

  private Switch board;
  private String alias;
  private int port;
  private DatagramSocket trunk;
  private Telephone telephone;

  @BeforeEach
  void open() throws Exception {
    board = new Switch(folder, 60);
    alias = board.bureau().release("ag-01", RoaringBitmap.bitmapOf(1)).numbers().get(0);
    trunk = new DatagramSocket(new InetSocketAddress(HERE, 0));
    trunk.setSoTimeout(20_000);
    try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
      port = free.getLocalPort();
    }
    Route route = new Route(HERE, trunk.getLocalPort(), Transport.UDP);
    telephone =
        Telephone.start(
            new TelephoneSettings(
                List.of(new Listening(Transport.UDP, HERE, port)),
                List.of(Network.of("127.0.0.1")),
                Map.of(TelephoneSettings.ANY_LINE, route),
                Mode.BRIDGE,
                Optional.empty(),
                Optional.empty(),
                Limits.USUAL),
            board.board(),
            Watch.NONE,
            board.bureau().clock());
  }

  @AfterEach
  void close() {
    telephone.close();
    trunk.close();
    board.close();
  }

  /** A call arrives on the trunk. */
  private void ring(String caller) throws Exception {
    String invite =
        """
        INVITE sip:%1$s@127.0.0.1:%2$d SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:%3$d;branch=z9hG4bK%4$s
        Max-Forwards: 70
        From: <sip:%4$s@127.0.0.1>;tag=1
        To: <sip:%1$s@127.0.0.1>
        Call-ID: of-%4$s
        CSeq: 1 INVITE
        Contact: <sip:%4$s@127.0.0.1:%3$d>
        Content-Length: 0

        """
            .formatted(alias, port, trunk.getLocalPort(), caller)
            .replace("\n", "\r\n");
    byte[] bytes = invite.getBytes(StandardCharsets.UTF_8);
    trunk.send(new DatagramPacket(bytes, bytes.length, HERE, port));
  }

  /** The next message on the trunk that begins so. */
  private String heard(String beginning) throws Exception {
    while (true) {
      DatagramPacket packet = new DatagramPacket(new byte[ROOM], ROOM);
      trunk.receive(packet);
      String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
      if (message.startsWith(beginning)) {
        return message;
      }
    }
  }

  @Test
  void thePartyReachesThePersonAndNeitherLearnsTheOthersNumber() throws Exception {
    long before = board.bureau().home.journal().size();
    ring(MINE);
    String onward = heard("INVITE ");
    assertThat(board.phones(1)).anyMatch(onward::contains);
    assertThat(onward).contains(alias).doesNotContain(MINE);
    assertThat(board.since(before)).extracting(Entry::kind).containsExactly("alias-call");
  }

  @Test
  void anybodyElseIsASightingOfThePartyThatTheNumberWasGivenTo() throws Exception {
    long before = board.bureau().home.journal().size();
    ring(STRANGER);
    assertThat(heard("SIP/2.0 603 ")).contains("of-" + STRANGER);
    ring(STRANGER);
    heard("SIP/2.0 603 ");
    List<Entry> entries = board.since(before);
    assertThat(entries)
        .as("sent twice, one call")
        .extracting(Entry::kind)
        .containsExactly("alias-sighting");
    assertThat(entries.get(0).value("party")).contains("ag-01");
  }
}
