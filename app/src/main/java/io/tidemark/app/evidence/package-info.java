/**
 * Puts a case's evidence together.
 *
 * <p>Question it answers: which entries, proofs, keys and reports make the bundle of this case? A
 * case comes in, a ZIP file goes out. It computes no number of the attribution: those were recorded
 * when the inquiry ended.
 */
@NullMarked
package io.tidemark.app.evidence;

import org.jspecify.annotations.NullMarked;
