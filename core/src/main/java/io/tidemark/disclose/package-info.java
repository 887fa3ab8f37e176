/**
 * The copy for one recipient.
 *
 * <p>Question it answers: what exactly does this party get? Opened records and a permit come in; a
 * {@link io.tidemark.disclose.Prepared} stream of rows goes out: each field in its permitted form,
 * the recipient's spellings in it, honey customers among them. Preparation is deterministic: the
 * same sealed versions, disclosure, keys and catalogue give the same rows, so that evidence can
 * make them again.
 */
@NullMarked
package io.tidemark.disclose;

import org.jspecify.annotations.NullMarked;
