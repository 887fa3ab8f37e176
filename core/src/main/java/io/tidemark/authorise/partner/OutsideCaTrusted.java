package io.tidemark.authorise.partner;

import io.tidemark.ledger.Journal;

/**
 * Whatever this outside authority issues for logging in lets the party's system in, and nobody
 * else's.
 *
 * @param party whose
 * @param facts what identifies the authority's certificate and when it holds
 * @param certificate that certificate, DER
 */
public record OutsideCaTrusted(String party, CertificateFacts facts, byte[] certificate)
    implements Journal.Consequence {}
