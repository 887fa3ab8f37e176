package io.tidemark.server.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections of one sending. The address is looked at when it is connected to, not before: a name
 * that leads elsewhere by then leads nowhere. One connection, which can be cut off by another
 * thread.
 */
final class GuardedSockets extends SSLSocketFactory {
  private final SSLSocketFactory tls;
  private final Reachable reachable;
  private volatile @Nullable Socket open;
  private volatile boolean cut;

  GuardedSockets(SSLSocketFactory tls, Reachable reachable) {
    this.tls = tls;
    this.reachable = reachable;
  }

  /** The webhook's name leads to an address that is not allowed. */
  static final class NotAllowed extends IOException {
    private static final long serialVersionUID = 1L;

    NotAllowed() {
      super("the address is not allowed");
    }
  }

  /** Refuses an address before it sends a byte there. */
  private final class Guarded extends Socket {
    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (endpoint instanceof InetSocketAddress internet
          && !internet.isUnresolved()
          && !reachable.allows(internet.getAddress())) {
        throw new NotAllowed();
      }
      super.connect(endpoint, timeout);
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new Guarded();
    open = socket;
    if (cut) {
      throw new IOException("it is too late");
    }
    return socket;
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    return tls.createSocket(connected, host, port, autoClose);
  }

  /** Ends the connection, whatever it is doing. */
  void cut() {
    cut = true;
    Socket socket = open;
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // it ends all the same
      }
    }
  }

  /** Whether it was ended so. */
  boolean isCut() {
    return cut;
  }

  /** The JDK's client tries these when a connection breaks early: it gets none past the guard. */
  private static IOException unguarded() {
    return new IOException("addresses are looked at when they are connected to");
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unguarded();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw unguarded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unguarded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw unguarded();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }
}
