package io.tidemark.telephone;

import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;

/**
 * The sockets of the SIP stack: what the doorman does not let in never reaches a parser. Those that
 * accept connections are asked by the stack; nothing else of them is used. Thread-safe.
 */
final class TrunkSockets implements NetworkLayer {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int BACKLOG = 64;

  private final Doorman doorman;
  private final Optional<TelephoneSettings.Encryption> tls;
  private final List<DatagramSocket> datagrams = new CopyOnWriteArrayList<>();
  private final List<ServerSocket> servers = new CopyOnWriteArrayList<>();

  TrunkSockets(Doorman doorman, Optional<TelephoneSettings.Encryption> tls) {
    this.doorman = doorman;
    this.tls = tls;
  }

  /** Whether all sockets that were opened are open. */
  boolean open() {
    return datagrams.stream().noneMatch(DatagramSocket::isClosed)
        && servers.stream().noneMatch(ServerSocket::isClosed);
  }

  /** One that receives what the doorman takes. */
  private final class Datagrams extends DatagramSocket {
    Datagrams(InetSocketAddress at) throws SocketException {
      super(at);
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
      int room = packet.getData().length;
      do {
        packet.setLength(room);
        super.receive(packet);
      } while (!doorman.takesDatagram(packet.getAddress(), packet.getLength() < room));
    }
  }

  /** One that accepts connections of the trunk's. */
  private final class Connections extends ServerSocket {
    Connections(int port, InetAddress at) throws IOException {
      super(port, BACKLOG, at);
    }

    @Override
    public Socket accept() throws IOException {
      return known(super::accept);
    }
  }

  /** Accepts a connection. */
  private interface Accepting<S extends Socket> {
    S accept() throws IOException;
  }

  private <S extends Socket> S known(Accepting<S> from) throws IOException {
    while (true) {
      S socket = from.accept();
      if (doorman.knows(socket.getInetAddress())) {
        return socket;
      }
      socket.close();
    }
  }

  @Override
  public DatagramSocket createDatagramSocket() throws SocketException {
    return new DatagramSocket();
  }

  @Override
  public DatagramSocket createDatagramSocket(int port, InetAddress at) throws SocketException {
    DatagramSocket made = new Datagrams(new InetSocketAddress(at, port));
    datagrams.add(made);
    return made;
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress at) throws IOException {
    ServerSocket made = new Connections(port, at);
    servers.add(made);
    return made;
  }

  @Override
  public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress at)
      throws IOException {
    SSLServerSocketFactory factory = encryption().context().getServerSocketFactory();
    SSLServerSocket inner = (SSLServerSocket) factory.createServerSocket(port, BACKLOG, at);
    SSLServerSocket made = new EncryptedConnections(inner, this::knownEncrypted);
    servers.add(made);
    return made;
  }

  private SSLSocket knownEncrypted(SSLServerSocket from) throws IOException {
    return known(() -> (SSLSocket) from.accept());
  }

  private TelephoneSettings.Encryption encryption() {
    return tls.orElseThrow(() -> new IllegalStateException("no certificates"));
  }

  @Override
  public Socket createSocket(InetAddress to, int port) throws IOException {
    return connected(new Socket(), to, port);
  }

  @Override
  public Socket createSocket(InetAddress to, int port, InetAddress from) throws IOException {
    return createSocket(to, port, from, 0);
  }

  @Override
  public Socket createSocket(InetAddress to, int port, InetAddress from, int fromPort)
      throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(from, fromPort));
    return connected(socket, to, port);
  }

  private static <S extends Socket> S connected(S socket, InetAddress to, int port)
      throws IOException {
    try {
      socket.connect(new InetSocketAddress(to, port), CONNECT_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress to, int port) throws IOException {
    return connected(encrypted(), to, port);
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress to, int port, InetAddress from) throws IOException {
    SSLSocket socket = encrypted();
    socket.bind(new InetSocketAddress(from, 0));
    return connected(socket, to, port);
  }

  private SSLSocket encrypted() throws IOException {
    SSLSocket socket = (SSLSocket) encryption().context().getSocketFactory().createSocket();
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(encryption().protocols().toArray(String[]::new));
    parameters.setCipherSuites(encryption().suites().toArray(String[]::new));
    socket.setSSLParameters(parameters);
    return socket;
  }

  @Override
  public void setSipStack(SipStackImpl stack) {
    // nothing is asked of it
  }
}
