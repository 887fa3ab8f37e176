/**
 * Which question: do this caller's calls to alias numbers come from one party's list?
 *
 * <p>Comes in: the batches of numbers with how many of each stand for whose people, and the lines
 * that one caller rang. Goes out: for each party a factor whose mean is at most 1 when the caller
 * does not know that party's list, so that {@code parties / factor} bounds the chance that any
 * innocent party is named, however often one looks.
 */
@NullMarked
package io.tidemark.calls.line;

import org.jspecify.annotations.NullMarked;
