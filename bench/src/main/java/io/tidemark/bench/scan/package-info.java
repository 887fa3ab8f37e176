/**
 * Which question: what does a scan find, how surely, and how fast?
 *
 * <p>Comes in: a stage. Goes out: lines of a report: throughput beside a peer in the same run, and
 * recall and precision on texts whose truth is known because they were generated.
 *
 * <p>It never reads anybody's data; {@code ../shared/eval} is read to measure with where it is
 * there.
 */
@NullMarked
package io.tidemark.bench.scan;

import org.jspecify.annotations.NullMarked;
