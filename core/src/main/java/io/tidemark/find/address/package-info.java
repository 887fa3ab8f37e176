/**
 * Which question: where does an address stand in a text?
 *
 * <p>Comes in: any text. Goes out: a finding for each address. A cell or a line that is nothing but
 * the name of a place counts as one, with low confidence; in a sentence an address must go down to
 * a house, or through three levels of divisions.
 *
 * <p>It never says where a place lies, and never completes an address.
 */
@NullMarked
package io.tidemark.find.address;

import org.jspecify.annotations.NullMarked;
