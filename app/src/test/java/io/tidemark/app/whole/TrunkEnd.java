package io.tidemark.app.whole;

import io.tidemark.telephone.Listening;
import io.tidemark.telephone.Network;
import io.tidemark.telephone.Route;
import io.tidemark.telephone.TelephoneSettings;
import io.tidemark.telephone.TelephoneSettings.Limits;
import io.tidemark.telephone.TelephoneSettings.Mode;
import io.tidemark.telephone.Transport;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operator's end of a trunk on 127.0.0.1: calls come from it, and people are rung at it. */
final class TrunkEnd implements AutoCloseable {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final int ROOM = 8_192;

  private static final Pattern CALL = Pattern.compile("(?im)^Call-ID: *(\\S+)");

  private final DatagramSocket socket;
  private final Set<String> rung = new HashSet<>();
  private final int telephone;

  TrunkEnd() throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(HERE, 0));
    socket.setSoTimeout(60_000);
    try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
      telephone = free.getLocalPort();
    }
  }

  /** The port of this end. */
  int port() {
    return socket.getLocalPort();
  }

  /** The port of the telephone's end. */
  int telephone() {
    return telephone;
  }

  /** A telephone that listens on one port and rings people at another. */
  static TelephoneSettings settings(int telephone, int trunk) {
    return new TelephoneSettings(
        List.of(new Listening(Transport.UDP, HERE, telephone)),
        List.of(Network.of("127.0.0.1")),
        Map.of(TelephoneSettings.ANY_LINE, new Route(HERE, trunk, Transport.UDP)),
        Mode.BRIDGE,
        Optional.empty(),
        Optional.empty(),
        Limits.USUAL);
  }

  /** A call arrives on the trunk. */
  void ring(String called, String caller, String call) throws IOException {
    String invite =
        """
        INVITE sip:%1$s@127.0.0.1:%2$d SIP/2.0
        Via: SIP/2.0/UDP 127.0.0.1:%3$d;branch=z9hG4bK%5$s
        Max-Forwards: 70
        From: <sip:%4$s@127.0.0.1>;tag=1
        To: <sip:%1$s@127.0.0.1>
        Call-ID: %5$s
        CSeq: 1 INVITE
        Contact: <sip:%4$s@127.0.0.1:%3$d>
        Content-Length: 0

        """
            .formatted(called, telephone, port(), caller, call)
            .replace("\n", "\r\n");
    byte[] bytes = invite.getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, HERE, telephone));
  }

  /** The next message that begins so. */
  String heard(String beginning) throws IOException {
    while (true) {
      DatagramPacket packet = new DatagramPacket(new byte[ROOM], ROOM);
      socket.receive(packet);
      String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
      if (message.startsWith(beginning)) {
        return message;
      }
    }
  }

  /** The invitation of a call that rings here for the first time; repetitions are passed over. */
  String rung() throws IOException {
    while (true) {
      String invite = heard("INVITE ");
      Matcher call = CALL.matcher(invite);
      if (call.find() && rung.add(call.group(1))) {
        return invite;
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
