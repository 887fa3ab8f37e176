/**
 * How long keys take.
 *
 * <p>Question it answers: how long does another master key take over a million people, how fast
 * does another data key seal them anew, and what do others notice of it? A stage comes in; the
 * lines of a report go out. All is typed as commands on a home of its own.
 */
@NullMarked
package io.tidemark.bench.keys;

import org.jspecify.annotations.NullMarked;
