/**
 * How a home is kept elsewhere and comes back.
 *
 * <p>Question it answers: what must be copied where, so that a home can be restored, to its last
 * state or to an earlier moment, and who proves that nothing of the record was lost? An open home
 * and a folder come in and a backup goes out; a backup and a master key come in and a home goes
 * out, whose database agrees with the published ledger entry by entry.
 *
 * <p>It never copies a key, a certificate or the reports of deposits, never overwrites what an
 * earlier backup kept, and never gives back a home whose ledger is not a continuation of the one
 * that was backed up.
 */
@NullMarked
package io.tidemark.store.backup;

import org.jspecify.annotations.NullMarked;
