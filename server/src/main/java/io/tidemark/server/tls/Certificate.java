package io.tidemark.server.tls;

import io.tidemark.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * The server's certificate with its key, as PEM files.
 *
 * @param chain the certificate, possibly followed by those that issued it
 * @param key its private key, PKCS #8 without a passphrase
 */
public record Certificate(Path chain, Path key) {
  /**
   * SHA-256 of the certificate, in lower-case hexadecimal, by which a person recognises it.
   *
   * @throws IOException when the file holds no certificate
   */
  public String fingerprint() throws IOException {
    try (InputStream file = Files.newInputStream(chain)) {
      X509Certificate first =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
      return Digest.sha256(first.getEncoded()).toString();
    } catch (CertificateEncodingException e) {
      throw new IOException("the certificate cannot be encoded: " + chain, e);
    } catch (CertificateException e) {
      throw new IOException("no X.509 certificate in " + chain, e);
    }
  }
}
