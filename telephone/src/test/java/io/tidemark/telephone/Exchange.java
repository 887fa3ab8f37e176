package io.tidemark.telephone;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A telephone on 127.0.0.1 with its switchboard, for one test. */
final class Exchange implements AutoCloseable {
  static final InetAddress HERE = InetAddress.getLoopbackAddress();

  final Numbered switchboard = new Numbered();
  final Counted watch = new Counted();
  final int port;
  final int routePort;
  private Telephone telephone;
  private final TelephoneSettings settings;

  private Exchange(TelephoneSettings settings) throws CannotListen {
    this.settings = settings;
    this.port = settings.listening().get(0).port();
    this.routePort = settings.route("cmcc-01").orElseThrow().port();
    this.telephone = Telephone.start(settings, switchboard, watch, Clock.systemUTC());
  }

  static Exchange usual() throws Exception {
    return bridging(Transport.UDP, TelephoneSettings.Limits.USUAL);
  }

  static Exchange bridging(Transport transport, TelephoneSettings.Limits limits) throws Exception {
    return new Exchange(
        settings(transport, TelephoneSettings.Mode.BRIDGE, Optional.empty(), limits));
  }

  static Exchange at(InetAddress host, Transport transport) throws Exception {
    return new Exchange(
        settings(
            host,
            transport,
            TelephoneSettings.Mode.BRIDGE,
            Optional.empty(),
            TelephoneSettings.Limits.USUAL));
  }

  static Exchange of(TelephoneSettings.Mode mode, Optional<String> announcement) throws Exception {
    return new Exchange(
        settings(Transport.UDP, mode, announcement, TelephoneSettings.Limits.USUAL));
  }

  static TelephoneSettings settings(
      Transport transport,
      TelephoneSettings.Mode mode,
      Optional<String> announcement,
      TelephoneSettings.Limits limits)
      throws IOException {
    return settings(HERE, transport, mode, announcement, limits);
  }

  private static TelephoneSettings settings(
      InetAddress host,
      Transport transport,
      TelephoneSettings.Mode mode,
      Optional<String> announcement,
      TelephoneSettings.Limits limits)
      throws IOException {
    return new TelephoneSettings(
        List.of(new Listening(transport, host, freePort())),
        List.of(Network.of(host.getHostAddress())),
        Map.of("cmcc-01", new Route(host, freePort(), transport)),
        mode,
        announcement,
        Optional.empty(),
        limits);
  }

  /** A port that neither UDP nor TCP uses at this moment. */
  static int freePort() throws IOException {
    while (true) {
      try (ServerSocket tcp = new ServerSocket(0, 1, HERE);
          DatagramSocket udp =
              new DatagramSocket(new InetSocketAddress(HERE, tcp.getLocalPort()))) {
        return udp.getLocalPort();
      } catch (java.net.BindException e) {
        // taken for UDP: another
      }
    }
  }

  Telephone telephone() {
    return telephone;
  }

  /** Ends it, and starts it again at the same place, without what it remembered. */
  void restart() throws CannotListen {
    telephone.close(Duration.ZERO);
    telephone = Telephone.start(settings, switchboard, watch, Clock.systemUTC());
  }

  @Override
  public void close() {
    telephone.close(Duration.ZERO);
  }
}
