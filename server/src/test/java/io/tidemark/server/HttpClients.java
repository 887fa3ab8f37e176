package io.tidemark.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
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
    SSLContext any = SSLContext.getInstance("TLS");
    any.init(null, new TrustManager[] {new Anybody()}, null);
    try (SSLSocket socket =
        (SSLSocket)
            any.getSocketFactory().createSocket(server.url().getHost(), server.url().getPort())) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      return socket.getSession().getProtocol().equals(version);
    } catch (SSLHandshakeException | IllegalArgumentException e) {
      return false;
    } catch (IOException e) {
      return false;
    }
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
