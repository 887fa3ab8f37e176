/**
 * What operators watch.
 *
 * <p>Question it answers: is the home behind the server able to work? It answers up or down, with
 * no reason in it; faults go to the console.
 */
@NullMarked
package io.tidemark.server.health;

import org.jspecify.annotations.NullMarked;
