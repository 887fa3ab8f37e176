/**
 * Which question: what is known of Chinese words and names, from dictionaries that are free to
 * ship?
 *
 * <p>Comes in: dictionaries on the class path. Goes out: the lexicon of {@code find}. It never sees
 * a text that is measured with.
 */
@NullMarked
package io.tidemark.training;

import org.jspecify.annotations.NullMarked;
