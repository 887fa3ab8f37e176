package io.tidemark.authorise.partner;

import io.tidemark.ledger.Journal;

/**
 * A certificate lets a party's system in from now on.
 *
 * @param party whose
 * @param facts what identifies it and when it holds
 * @param issuedHere whether the home's own authority issued it; else it is a pinned one
 */
public record PartnerCertified(String party, CertificateFacts facts, boolean issuedHere)
    implements Journal.Consequence {}
