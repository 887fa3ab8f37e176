/**
 * Calls to alias numbers, over SIP.
 *
 * <p>Question it answers: what happens on the wire when a number of the pool rings? Requests come
 * in from the operator's trunk, and from nobody else; each call is put to core's {@code
 * Switchboard} once; out goes a call of its own to the person, a redirection, or a refusal. It
 * decides nothing about calls, keeps nothing, and logs nothing.
 */
@NullMarked
package io.tidemark.telephone;

import org.jspecify.annotations.NullMarked;
