/**
 * Telephones.
 *
 * <p>Question it answers: does a SIP service that we wrote get on with one that we did not write? A
 * place to call comes in; calls by SIPp, a program of its own, go out, with how long each took.
 */
@NullMarked
package io.tidemark.chainsim.phone;

import org.jspecify.annotations.NullMarked;
