/**
 * Holds commands that find and grade personal information: words in, an answer for people and one
 * for programs out.
 */
@NullMarked
package io.tidemark.app.command.find;

import org.jspecify.annotations.NullMarked;
