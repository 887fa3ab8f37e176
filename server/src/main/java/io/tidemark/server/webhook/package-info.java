/**
 * Notices that go out by themselves.
 *
 * <p>Question it answers: how does a notice reach a partner that has a system to take it? The
 * address that the operator set and what waits for the partner come in; the signed document goes
 * out over TLS, to allowed addresses only, one party at a time on all nodes together, again and
 * again until it is taken. What was taken is recorded. It decides nothing: whom to tell, and what,
 * was decided in the transaction of what the person said.
 */
@NullMarked
package io.tidemark.server.webhook;

import org.jspecify.annotations.NullMarked;
