package io.tidemark.disclose.plan;

import io.tidemark.terms.Digest;

/**
 * What is known of a release before anything is opened.
 *
 * @param peopleRoot the Merkle root over the salted leaves of the people
 * @param rowsToName how many rows would name the recipient
 * @param honey how many honey customers stand in the copy
 */
public record Traceability(Digest peopleRoot, RowsToName rowsToName, int honey) {}
