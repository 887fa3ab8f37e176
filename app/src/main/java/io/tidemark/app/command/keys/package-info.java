/** Holds commands that change keys: words in, an answer for people and one for programs out. */
@NullMarked
package io.tidemark.app.command.keys;

import org.jspecify.annotations.NullMarked;
