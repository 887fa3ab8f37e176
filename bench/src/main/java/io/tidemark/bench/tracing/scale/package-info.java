/**
 * How long one inquiry takes beside very many disclosures.
 *
 * <p>Question it answers: does the cost of {@code trace} grow with the holders of the leaked
 * people, or with everything that was ever released? Real copies are released and one of them
 * leaks; then the database is filled with disclosures to other parties until it has the size that
 * is asked for.
 */
@NullMarked
package io.tidemark.bench.tracing.scale;

import org.jspecify.annotations.NullMarked;
