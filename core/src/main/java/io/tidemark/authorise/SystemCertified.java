package io.tidemark.authorise;

import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.ledger.Journal;

/**
 * A system signs in with this certificate, too, from now on.
 *
 * @param system which
 * @param facts what identifies the certificate and when it holds
 */
public record SystemCertified(String system, CertificateFacts facts)
    implements Journal.Consequence {
  /** The certificate is some system's already, or was revoked. Nothing was done. */
  public static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
