package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;

/**
 * What the ledger knows of one disclosure.
 *
 * @param number its number in the store
 * @param id its name
 * @param party the recipient
 * @param people how many people it is about
 * @param honey how many honey customers it holds
 * @param entry the ledger index of its entry
 * @param asOf the ledger index before which the versions were deposited
 */
public record RecordedDisclosure(
    int number, DisclosureId id, String party, int people, int honey, long entry, long asOf) {}
