/**
 * Which question: what does a scan find, how surely, and how fast?
 *
 * <p>Comes in: a stage, and texts marked by others where a folder has them ({@code TIDEMARK_EVAL}),
 * to measure with. Goes out: lines of a report: throughput beside a peer in the same run, and
 * recall and precision on texts and pictures whose truth is known because they were generated.
 *
 * <p>It never reads anybody's data.
 */
@NullMarked
package io.tidemark.bench.scan;

import org.jspecify.annotations.NullMarked;
