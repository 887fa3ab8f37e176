/**
 * Which question: into which words, names and places does a Chinese sentence fall?
 *
 * <p>Comes in: a sentence and what speaks for a name at its places. Goes out: the likeliest
 * reading, and how much likelier it is than the next. What is known of words lies in one resource,
 * made by the module {@code training} from dictionaries that are free to ship.
 *
 * <p>It never decides what is personal: that is the finders' business.
 */
@NullMarked
package io.tidemark.find.lexicon;

import org.jspecify.annotations.NullMarked;
