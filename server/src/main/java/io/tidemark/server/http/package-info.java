/**
 * The ways that all endpoints share.
 *
 * <p>Question it answers: how does a request come in and an answer go out, whatever it is about?
 * Errors are problem details (RFC 9457) in the caller's language, lists come in pages, a write is
 * done once for its idempotency key, bodies are bounded, callers are limited. What a caller sent
 * never stands in an answer's error, and a fault on the console names a class and a place, never a
 * value.
 */
@NullMarked
package io.tidemark.server.http;

import org.jspecify.annotations.NullMarked;
