/**
 * The evidence bundle as one ZIP file.
 *
 * <p>Question it answers: which case, keys, ledger entries and proofs does this file hold, and is
 * it, to the last byte, what the insurer's manifest key signed? {@code evidence}'s types come in
 * and go out. It never decides whether the evidence proves anything: that is {@code evidence}'s own
 * check. It holds personal text, because the leaked rows are the evidence, and quotes none of it in
 * an error.
 *
 * <p>What is read is written again and compared, so that one content has one form: nothing can be
 * hidden in a comment, a second copy of a name or another spelling of a number.
 */
@NullMarked
package io.tidemark.formats.bundle;

import org.jspecify.annotations.NullMarked;
