/**
 * The ledger's formats: what is in the log, under which signed head, and how anyone proves it.
 *
 * <p>Question it answers: is this entry, at this index, in the log that this key signed, and has
 * the log only grown? Entries come in as bytes, and notes, proofs and time stamps come in from
 * anywhere, trusted by nobody; hashes, tiles, checkpoints and proofs go out. The formats are public
 * ones (RFC 6962 and 9162, RFC 3161, and of C2SP tlog-tiles, signed-note, tlog-checkpoint,
 * tlog-cosignature and tlog-proof), so that other people's tools can check the log too.
 *
 * <p>It never reads or writes a file, and never decides what an entry may say. What fails a check
 * leaves by {@link io.tidemark.ledger.LedgerException}, never as a boolean that could be forgotten.
 */
@NullMarked
package io.tidemark.ledger;

import org.jspecify.annotations.NullMarked;
