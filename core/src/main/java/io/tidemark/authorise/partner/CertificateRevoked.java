package io.tidemark.authorise.partner;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import java.time.Instant;

/**
 * A certificate lets nobody in any more, whoever issued it; of an authority, all that it issued.
 *
 * @param fingerprint SHA-256 of the certificate
 * @param at when
 */
public record CertificateRevoked(Digest fingerprint, Instant at) implements Journal.Consequence {}
