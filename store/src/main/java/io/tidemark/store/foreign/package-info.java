/**
 * Databases of others, to look into.
 *
 * <p>Question it answers: which tables does this database have, and what stands in their rows? An
 * address, a user and a password come in; names and rows of text go out, sampled or all of them
 * from a place on. It reads in transactions that may not write, each statement within a time, and
 * never fetches a binary column. It keeps nothing, writes nothing, and never puts an address with a
 * password, or a value, into a message.
 */
@NullMarked
package io.tidemark.store.foreign;

import org.jspecify.annotations.NullMarked;
