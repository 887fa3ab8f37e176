/**
 * The endpoints.
 *
 * <p>Question it answers: what can be asked of the home? A signed-in person and a request come in;
 * what the flows of {@code custody} and the tables of {@code store} answer goes out, with the names
 * that the commands' JSON has. It decides nothing, and opens nothing but by the flow of a look-up.
 */
@NullMarked
package io.tidemark.server.api;

import org.jspecify.annotations.NullMarked;
