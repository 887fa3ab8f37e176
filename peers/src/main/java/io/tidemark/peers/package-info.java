/**
 * Peers of the benchmarks that would bring too many libraries into the product.
 *
 * <p>Question it answers: how long does the same list take when a widely used encrypting driver
 * reads it? A table in plain text comes in; times go out, as JSON on standard output. It knows
 * nothing of Tidemark.
 */
@NullMarked
package io.tidemark.peers;

import org.jspecify.annotations.NullMarked;
