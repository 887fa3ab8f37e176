/**
 * Which question: what becomes of a call to an alias number, and do a caller's calls come from one
 * party's list?
 *
 * <p>Comes in: a call that rings, as the telephone side hears it ({@link
 * io.tidemark.calls.line.IncomingCall}); the batches of numbers with how many of each stand for
 * whose people, and the lines that one caller rang. Goes out: an answer, and for each party a
 * factor whose mean is at most 1 when the caller does not know that party's list, so that {@code
 * parties / factor} bounds the chance that any innocent party is named, however often one looks.
 * What answers stands in {@code custody.calls.Switching}.
 */
@NullMarked
package io.tidemark.calls.line;

import org.jspecify.annotations.NullMarked;
