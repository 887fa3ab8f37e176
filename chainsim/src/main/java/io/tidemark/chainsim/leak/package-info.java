/**
 * What leakers do to a released file before they sell or post it.
 *
 * <p>Question it answers: what does a leak look like? Released rows as text come in; the rows,
 * lines or file of a leak go out, each a pure function of the rows and a seed. The package stands
 * on the leaker's side: it knows Chinese addresses and cars as any outsider does, and never looks
 * at keys, at the catalogue of spellings or at anything else of the product.
 */
@NullMarked
package io.tidemark.chainsim.leak;

import org.jspecify.annotations.NullMarked;
