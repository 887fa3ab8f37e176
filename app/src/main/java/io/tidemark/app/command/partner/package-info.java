/**
 * Holds commands about partners and systems that sign in by themselves: words in, an answer for
 * people and one for programs out.
 */
@NullMarked
package io.tidemark.app.command.partner;

import org.jspecify.annotations.NullMarked;
