package io.tidemark.vault;

import java.util.UUID;

/**
 * The sealed content of one version of a record, on its way from one data key to the next.
 *
 * @param record the record's number
 * @param entry the ledger index at which the version was deposited
 * @param key the record's key
 * @param version the key of what it says
 * @param salt the salt of the version's person
 * @param epoch the data key that sealed it
 * @param bytes what is sealed
 */
public record Box(
    int record, long entry, UUID key, UUID version, Salt salt, int epoch, byte[] bytes) {}
