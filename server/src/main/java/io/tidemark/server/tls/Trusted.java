package io.tidemark.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Connections to a server that certificates of the insurer's own vouch for. */
public final class Trusted {
  private Trusted() {}

  /**
   * Connections that trust the certificates in this file (PEM), and no others.
   *
   * @throws IOException when the file cannot be read or holds no certificate
   */
  public static SSLSocketFactory by(Path file) throws IOException {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null);
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry(String.valueOf(number++), one);
      }
      if (number == 0) {
        throw new IOException("no certificate in " + file);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return tls.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificates can be read from " + file, e);
    }
  }
}
