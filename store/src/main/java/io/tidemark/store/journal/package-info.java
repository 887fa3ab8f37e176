/**
 * The ledger in PostgreSQL.
 *
 * <p>Question it answers: how does an entry become durable together with what it changes? An entry
 * and its consequence come in; a receipt goes out once one transaction holds both. One sequencer
 * over all processes (advisory lock) gives the indices. It never signs anything: {@code store.home}
 * publishes the table as tiles.
 */
@NullMarked
package io.tidemark.store.journal;

import org.jspecify.annotations.NullMarked;
