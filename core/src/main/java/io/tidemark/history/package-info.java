/**
 * One person's history, and that none of it is missing.
 *
 * <p>Question it answers: are these all the events that were recorded about this person, in this
 * order, under a root that everybody else was shown too? Events, a person's secret, a proof and a
 * ledger entry come in; checks go out. Each person's events are a hash chain, whose head stands in
 * a sparse Merkle map under a key that only the person's secret gives; the map's root is a ledger
 * entry. {@code docs/owner-file.md} states it byte by byte. It knows no file and no database, and
 * never sees what a record says of a person.
 */
@NullMarked
package io.tidemark.history;

import org.jspecify.annotations.NullMarked;
