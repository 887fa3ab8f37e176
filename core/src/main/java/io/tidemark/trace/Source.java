package io.tidemark.trace;

import io.tidemark.terms.DisclosureId;
import java.util.BitSet;
import java.util.Optional;

/**
 * A list from which a party can have leaked.
 *
 * @param rows which of the different people of the leak it can explain
 * @param people how many people it is about
 * @param prior how likely it is, before anything is weighed, that just this list of the party's
 *     leaks, when the party is the source; those of one party sum to at most 1
 * @param disclosure the one disclosure that it is; none when it is several put together
 */
record Source(BitSet rows, double people, double prior, Optional<DisclosureId> disclosure) {}
