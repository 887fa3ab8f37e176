/**
 * Which question: where does a text name a person?
 *
 * <p>Comes in: any text, and the places of the numbers that somebody found in it. Goes out: a
 * finding for each name; those that stand beside a number, a label or a title have a higher {@link
 * io.tidemark.find.Confidence} than those in prose.
 *
 * <p>It never says who the person is, and never joins names to numbers.
 */
@NullMarked
package io.tidemark.find.name;

import org.jspecify.annotations.NullMarked;
