/**
 * Holds the command that serves, and its options: words in, an answer for people and one for
 * programs out.
 */
@NullMarked
package io.tidemark.app.command.serve;

import org.jspecify.annotations.NullMarked;
