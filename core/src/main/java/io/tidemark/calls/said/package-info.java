/**
 * Which question: who do callers say they are, and which of them read from one script?
 *
 * <p>Comes in: what people who were called wrote down. Goes out: a {@link Claim}, and a {@link
 * Wordings} number for texts that say the same, so that numbers which work from one script can be
 * looked at as one caller, and one number with two scripts as two. It never says that somebody is
 * who they claim to be, and no text leaves it.
 */
@NullMarked
package io.tidemark.calls.said;

import org.jspecify.annotations.NullMarked;
