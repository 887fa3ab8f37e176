package io.tidemark.server.tls;

import io.tidemark.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The server's certificate with its key, as PEM files.
 *
 * @param chain the certificate, possibly followed by those that issued it
 * @param key its private key, PKCS #8 without a passphrase
 */
public record Certificate(Path chain, Path key) {
  /** As RFC 5280 numbers them. */
  private static final Integer DNS_NAME = 2;

  private static final Integer IP_ADDRESS = 7;

  /**
   * SHA-256 of the certificate, in lower-case hexadecimal, by which a person recognises it.
   *
   * @throws IOException when the file holds no certificate
   */
  public String fingerprint() throws IOException {
    try {
      return Digest.sha256(first().getEncoded()).toString();
    } catch (CertificateEncodingException e) {
      throw new IOException("the certificate cannot be encoded: " + chain, e);
    }
  }

  /**
   * The names and addresses for which it is, such as {@code localhost}, {@code *.example.com} and
   * {@code 127.0.0.1}.
   *
   * @throws IOException when the file holds no certificate
   */
  public Set<String> names() throws IOException {
    try {
      Collection<List<?>> alternatives = first().getSubjectAlternativeNames();
      return alternatives == null
          ? Set.of()
          : alternatives.stream()
              .filter(name -> name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
              .map(name -> String.valueOf(name.get(1)))
              .collect(Collectors.toUnmodifiableSet());
    } catch (CertificateParsingException e) {
      throw new IOException("the names of the certificate cannot be read: " + chain, e);
    }
  }

  private X509Certificate first() throws IOException {
    try (InputStream file = Files.newInputStream(chain)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
    } catch (CertificateException e) {
      throw new IOException("no X.509 certificate in " + chain, e);
    }
  }
}
