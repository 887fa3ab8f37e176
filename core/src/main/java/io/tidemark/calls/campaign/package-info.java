/**
 * Which question: which callers work from a list with ends of cover on it?
 *
 * <p>Comes in: calls, once or twice over, each with its calling number, the person in custody whom
 * it reached, and how long that person's cover had left. Goes out: {@link Campaign}s, each a group
 * of calling numbers whose calls fall into the weeks before the end of cover far more often than
 * those of everybody else, with the exact chance of that. It never says whose list it was: that is
 * {@link io.tidemark.calls.source}.
 */
@NullMarked
package io.tidemark.calls.campaign;

import org.jspecify.annotations.NullMarked;
