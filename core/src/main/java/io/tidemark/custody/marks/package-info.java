/**
 * Which question: whose copy is a picture or a document?
 *
 * <p>Comes in: a file that leaves, or one that was found. Goes out: the number that it carries,
 * after the entry.
 */
@NullMarked
package io.tidemark.custody.marks;

import org.jspecify.annotations.NullMarked;
