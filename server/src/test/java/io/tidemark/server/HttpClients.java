package io.tidemark.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Callers who do not know the server's certificate, and such who speak one protocol only. */
final class HttpClients {
  private HttpClients() {}

  /** One who trusts the authorities that everybody trusts. */
  static HttpClient ofTheWorld() {
    return HttpClient.newHttpClient();
  }

  /** Whether the server answers a caller who speaks this version alone. */
  static boolean speaks(Server server, String version) throws Exception {
    return handshake(trustingAnybody(), server.url(), version, Optional.empty());
  }

  /** Whether there is an answer at that address for this version, with this cipher suite alone. */
  static boolean handshake(SSLContext tls, URI url, String version, Optional<String> suite)
      throws Exception {
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(url.getHost(), url.getPort())) {
      socket.setEnabledProtocols(new String[] {version});
      suite.ifPresent(only -> socket.setEnabledCipherSuites(new String[] {only}));
      socket.startHandshake();
      return socket.getSession().getProtocol().equals(version);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Whoever the server says that it is. */
  static SSLContext trustingAnybody() throws Exception {
    SSLContext any = SSLContext.getInstance("TLS");
    any.init(null, new TrustManager[] {new Anybody()}, null);
    return any;
  }

  /** Only the handshake is looked at. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {
      throw new IllegalStateException("not a server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {
      // not asked
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
