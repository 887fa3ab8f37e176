/**
 * Holds commands of the book of alias numbers: words in, an answer for people and one for programs
 * out.
 */
@NullMarked
package io.tidemark.app.command.aliases;

import org.jspecify.annotations.NullMarked;
