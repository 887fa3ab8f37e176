/**
 * Which question: whose list did these callers work from?
 *
 * <p>Comes in: the people whom one campaign called, with days and what the caller knew, and who had
 * been given them by then. Goes out: an {@link CallAttribution} with a verdict as {@code
 * docs/calls.md} defines it. Calls never name anybody under the bound: the strongest verdict is
 * {@code probable}, which is calibrated in simulated worlds.
 */
@NullMarked
package io.tidemark.calls.source;

import org.jspecify.annotations.NullMarked;
