package io.tidemark.server.tls;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Takes whatever certificate a caller can prove to have the key of: TLS's signature over the
 * handshake is that proof. Who the caller is, the database is asked at each request; a list of
 * authorities that is read when the port opens would outlive their revocation. Made by the web
 * server, by its name.
 */
public final class ProvenKey implements X509TrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) {
    // asked of the database at each request
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) {
    throw new IllegalStateException("this port calls nobody");
  }

  /** None are named: an outside authority may be trusted at any time. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
