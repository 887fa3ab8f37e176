/**
 * Which question: how do keys change, and what does a home know of having been restored?
 *
 * <p>Comes in: a key or a new home. Goes out: boxes under the new key, with entries before and
 * after.
 */
@NullMarked
package io.tidemark.custody.keys;

import org.jspecify.annotations.NullMarked;
