/**
 * How fast authority decides, and what comes of it.
 *
 * <p>Question it answers: how long does one decision take among so many grants, and a list that a
 * partner fetches by one? A seed comes in; a {@link io.tidemark.bench.Report} goes out. JMH
 * measures, in processes of its own.
 */
@NullMarked
package io.tidemark.bench.authority;

import org.jspecify.annotations.NullMarked;
