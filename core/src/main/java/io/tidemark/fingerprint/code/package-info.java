/**
 * The fingerprinting code: which spelling a recipient sees at which position, and how strongly a
 * leak speaks for it.
 *
 * <p>Questions it answers: how likely is each spelling here (the shared bias), which one belongs to
 * this recipient (its symbol), and by what factor E do the leaked spellings speak for a candidate?
 * Positions, keys and leaked spellings come in; symbols, the score E and the bound N/E go out. It
 * holds no personal text and never looks at a candidate's symbols to choose a parameter: that is
 * why the mean of E over an innocent's symbols is at most 1 (see {@code docs/tracing.md}).
 *
 * <p>Sources: G. Tardos, Optimal probabilistic fingerprint codes (2003); B. Škorić et al.,
 * Symmetric Tardos fingerprinting codes for arbitrary alphabet sizes (2008); P. Meerwald and T.
 * Furon, Towards practical joint decoding of binary Tardos fingerprinting codes (2012), whose
 * estimated-channel likelihood ratio is used here per candidate.
 */
@NullMarked
package io.tidemark.fingerprint.code;

import org.jspecify.annotations.NullMarked;
