package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import java.time.Instant;

/**
 * A certificate lets its system in no more, and the sessions that it began end.
 *
 * @param system whose it was
 * @param fingerprint SHA-256 of the certificate
 * @param at when
 */
public record SystemCertificateRevoked(String system, Digest fingerprint, Instant at)
    implements Journal.Consequence {
  /** The system has no such certificate. Nothing was done. */
  public static final class NoSuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
