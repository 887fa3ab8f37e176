/**
 * Holds commands of evidence and ledger: words in, an answer for people and one for programs out.
 */
@NullMarked
package io.tidemark.app.command.verify;

import org.jspecify.annotations.NullMarked;
