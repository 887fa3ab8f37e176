/**
 * Holds commands from a request to its approval or refusal: words in, an answer for people and one
 * for programs out.
 */
@NullMarked
package io.tidemark.app.command.approve;

import org.jspecify.annotations.NullMarked;
