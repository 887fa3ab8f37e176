/**
 * How fast authority decides, and shows, and records.
 *
 * <p>Question it answers: how long does one decision take among so many grants, one look-up over
 * HTTPS, a list that a partner fetches, and how many entries does the ledger take meanwhile? A seed
 * comes in; a {@link io.tidemark.bench.Report} goes out. JMH measures decisions, a process that
 * asks at a steady rate measures look-ups, peers run in processes of their own.
 */
@NullMarked
package io.tidemark.bench.authority;

import org.jspecify.annotations.NullMarked;
