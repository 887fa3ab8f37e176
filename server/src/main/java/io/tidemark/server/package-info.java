/**
 * The home over HTTPS.
 *
 * <p>Question it answers: how do people and other systems reach the home from elsewhere? An open
 * home and settings come in; {@code Server} goes out, an address that answers until it is closed.
 * {@code tls} says who the server is, {@code http} holds the ways that all endpoints share, {@code
 * signin} says who asks, {@code passkey} whether an authenticator signed, {@code api} holds the
 * endpoints, {@code health} what operators watch. It decides nothing: the flows of {@code custody}
 * and {@code authorise} do, as for the commands.
 */
@NullMarked
package io.tidemark.server;

import org.jspecify.annotations.NullMarked;
