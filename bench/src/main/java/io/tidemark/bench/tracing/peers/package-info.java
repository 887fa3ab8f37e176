/**
 * The methods that tracing is held against, each from its article.
 *
 * <p>Question it answers: whom would somebody else's method accuse, given the same people, rows and
 * colluders? Row numbers and a seed come in; the accused recipients go out. Each method is given
 * its best chance and marks data of its own; it never reads what Tidemark released.
 */
@NullMarked
package io.tidemark.bench.tracing.peers;

import org.jspecify.annotations.NullMarked;
