/**
 * Holds the command that reads calls, and how its answer is told: words in, an answer for people
 * and one for programs out.
 */
@NullMarked
package io.tidemark.app.command.calls;

import org.jspecify.annotations.NullMarked;
