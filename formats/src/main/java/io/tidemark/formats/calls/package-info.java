/**
 * Files of calls: what people reported, and records of telephone systems and operators.
 *
 * <p>Question it answers: who called whom, when, and what did the caller know? A table comes in,
 * CSV or XLSX; {@link io.tidemark.calls.Ring}s go out, streaming. A line that tells no time or no
 * called number is counted and passed over.
 */
@NullMarked
package io.tidemark.formats.calls;

import org.jspecify.annotations.NullMarked;
