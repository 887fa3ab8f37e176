/**
 * What a scan finds.
 *
 * <p>Question it answers: how much of the personal information in a text is found, how much is told
 * that is none, and how fast? Generated texts come in, and texts marked by others where a folder
 * has them ({@code TIDEMARK_EVAL}); lines of a report go out.
 */
@NullMarked
package io.tidemark.bench.scan;

import org.jspecify.annotations.NullMarked;
