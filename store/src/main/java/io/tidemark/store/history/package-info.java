/**
 * People's histories in PostgreSQL.
 *
 * <p>Question it answers: which recorded entries are about whom, and where does each person's head
 * stand under the root that counts? What entries changed comes in, after the fact and in the order
 * of the ledger; a root, and events with a proof of one person, go out. Folding streams: its memory
 * is one digest for each entry that it adds and the heads of one of 256 parts of the map. What it
 * writes counts only once the root's entry is recorded. It never opens a record.
 */
@NullMarked
package io.tidemark.store.history;

import org.jspecify.annotations.NullMarked;
