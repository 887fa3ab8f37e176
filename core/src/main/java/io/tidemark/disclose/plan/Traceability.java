package io.tidemark.disclose.plan;

import io.tidemark.terms.Digest;

/**
 * What is known of a release before anything is opened.
 *
 * @param peopleRoot the Merkle root over the salted leaves of the people
 * @param rowsToName how many rows would name the recipient
 * @param honey how many honey customers stand in the copy
 * @param recipients how many parties were counted as candidates
 * @param marked whether any value of the list carries a mark
 */
public record Traceability(
    Digest peopleRoot, RowsToName rowsToName, int honey, int recipients, boolean marked) {}
