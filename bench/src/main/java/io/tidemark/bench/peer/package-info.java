/**
 * Products that run beside us.
 *
 * <p>Question it answers: how long does an encrypting driver take for the same rows, in the same
 * run, on the same machine? Rows come in; times go out. Where the peers were not built it answers
 * nothing.
 */
@NullMarked
package io.tidemark.bench.peer;

import org.jspecify.annotations.NullMarked;
