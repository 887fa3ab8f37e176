/**
 * From leaked material to a disclosure, with a bound on accusing an innocent.
 *
 * <p>Question it answers: whose copy is this? Leaked rows, opened originals and the holders come
 * in; a {@link io.tidemark.trace.Reading} and an {@link io.tidemark.trace.Attribution} go out.
 * Matching, reading and every threshold look at the leak, the originals and the biases only, never
 * at a candidate's symbols: the bound rests on it ({@code docs/tracing.md}). It never accuses from
 * a tie.
 */
@NullMarked
package io.tidemark.trace;

import org.jspecify.annotations.NullMarked;
