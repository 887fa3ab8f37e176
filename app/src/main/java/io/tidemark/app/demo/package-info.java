/**
 * The story that shows a newcomer the whole system.
 *
 * <p>Question it answers: what does Tidemark do, from a portfolio to a checked bundle? It runs the
 * same commands that a person types, on a simulated chain whose people do not exist.
 */
@NullMarked
package io.tidemark.app.demo;

import org.jspecify.annotations.NullMarked;
