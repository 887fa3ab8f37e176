package io.tidemark.authorise.partner;

import io.tidemark.ledger.Journal;

/**
 * The home has an authority of its own from now on.
 *
 * @param certificate its certificate, DER
 * @param sealedKey its private key (PKCS #8), sealed under a key of the home
 */
public record PartnerCaMade(byte[] certificate, byte[] sealedKey) implements Journal.Consequence {}
