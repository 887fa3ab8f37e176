/**
 * How fast authority decides, and shows.
 *
 * <p>Question it answers: how long does one decision take among so many grants, and one look-up
 * over HTTPS? A seed comes in; a {@link io.tidemark.bench.Report} goes out. JMH measures decisions,
 * a process that asks at a steady rate measures look-ups, each in processes of its own.
 */
@NullMarked
package io.tidemark.bench.authority;

import org.jspecify.annotations.NullMarked;
