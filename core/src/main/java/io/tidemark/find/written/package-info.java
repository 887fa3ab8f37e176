/**
 * Which question: what does this text say once everything is taken away by which people keep
 * numbers from being found?
 *
 * <p>Comes in: a stretch of the original text. Goes out: its signs, each with the plain character
 * that a reader sees in it, the digit that it may stand for, and its place in the original. What
 * one stretch is depends on the text alone, never on where reading began.
 *
 * <p>It never says what a number is (that is {@code number}).
 */
@NullMarked
package io.tidemark.find.written;

import org.jspecify.annotations.NullMarked;
