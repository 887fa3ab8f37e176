/**
 * Which question: what becomes of calls: which are heard at alias numbers, which were reported, and
 * what is inquired about them?
 *
 * <p>Comes in: a call that rings, a report, a file of call records. Goes out: an answer to the
 * call, entries of sightings, a verdict on whose list is worked from.
 */
@NullMarked
package io.tidemark.custody.calls;

import org.jspecify.annotations.NullMarked;
