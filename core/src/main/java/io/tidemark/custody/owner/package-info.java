/**
 * Which question: what may a person ask about the own data, and what becomes of it in time?
 *
 * <p>Comes in: a person who is known by number, a right that is used, a day on which something is
 * past its time. Goes out: copies, corrections, erasures, notices, each with its entry.
 */
@NullMarked
package io.tidemark.custody.owner;

import org.jspecify.annotations.NullMarked;
