/**
 * Which question: which callers work from a leaked list, and whose list?
 *
 * <p>Comes in: {@link Ring}s, from reports of people who were called or from call records. {@link
 * CalledPeople} says who of them is in custody. Then {@link io.tidemark.calls.campaign} finds the
 * callers, {@link io.tidemark.calls.source} the list, and {@link io.tidemark.calls.line} says what
 * rings at alias numbers.
 */
@NullMarked
package io.tidemark.calls;

import org.jspecify.annotations.NullMarked;
