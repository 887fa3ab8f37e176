/**
 * Holds commands for what a person may ask, and for what ends in time: words in, an answer for
 * people and one for programs out.
 */
@NullMarked
package io.tidemark.app.command.owner;

import org.jspecify.annotations.NullMarked;
