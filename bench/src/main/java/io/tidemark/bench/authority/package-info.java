/**
 * How fast authority decides.
 *
 * <p>Question it answers: how long does one decision take among so many grants? A seed comes in; a
 * {@link io.tidemark.bench.Report} goes out. JMH measures, in processes of its own.
 */
@NullMarked
package io.tidemark.bench.authority;

import org.jspecify.annotations.NullMarked;
