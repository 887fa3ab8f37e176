/**
 * Which question: which paper is this, and what stands in its fields?
 *
 * <p>Comes in: the {@link io.tidemark.media.ocr.TextLine}s of a picture. Goes out: a {@link
 * Document}, whose {@link Field}s were found by their labels and places, each repaired by the
 * alphabet and the check digit of its kind ({@link Spelling}) out of what the recogniser also
 * thought of, and each {@link Repair} told.
 *
 * <p>It never guesses a character that the recogniser did not see or that is not known to be
 * mistaken for what it saw, and never says that a paper is genuine.
 */
@NullMarked
package io.tidemark.media.document;

import org.jspecify.annotations.NullMarked;
