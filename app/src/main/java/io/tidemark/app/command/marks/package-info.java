/**
 * Holds commands that mark pictures and documents and read what was found: words in, an answer for
 * people and one for programs out.
 */
@NullMarked
package io.tidemark.app.command.marks;

import org.jspecify.annotations.NullMarked;
