/**
 * What a third party checks without trusting the insurer.
 *
 * <p>Question it answers: does this bundle prove what it says? A {@link
 * io.tidemark.evidence.CaseFile} with everything that the score rests on, the accused's keys and
 * the ledger's proofs come in; {@link io.tidemark.evidence.Check}s go out, each of them recomputed
 * from the bundle and a public key alone. It needs no home and no network, and it never reveals the
 * key of a party that is not accused.
 */
@NullMarked
package io.tidemark.evidence;

import org.jspecify.annotations.NullMarked;
