package io.tidemark.authorise.partner;

import io.tidemark.terms.Digest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * What identifies a certificate, and when it holds.
 *
 * @param fingerprint SHA-256 of its DER
 * @param serial its serial number, in lower-case hexadecimal
 * @param from the first instant
 * @param until the last
 */
public record CertificateFacts(Digest fingerprint, String serial, Instant from, Instant until) {
  /** The facts of a certificate. */
  public static CertificateFacts of(X509Certificate certificate) {
    return new CertificateFacts(
        fingerprint(certificate),
        certificate.getSerialNumber().toString(16),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  /** SHA-256 of a certificate's DER. */
  public static Digest fingerprint(X509Certificate certificate) {
    try {
      return Digest.sha256(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
  }

  /** Whether it holds at {@code now}. */
  public boolean holdsAt(Instant now) {
    return !now.isBefore(from) && !now.isAfter(until);
  }
}
