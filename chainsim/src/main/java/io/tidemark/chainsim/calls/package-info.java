/**
 * Worlds in which lists leak and telephones ring.
 *
 * <p>Question it answers: who is called, when, by somebody who knows what, when the list of one or
 * two parties was sold, and how much of what is reported has nothing to do with it? A seed and the
 * rates of a world come in; calls with their true source go out, and what somebody would conclude
 * who knew the rates. Sets of numbers and days, no personal text. It never asks the method that is
 * measured against it. {@code docs/calls.md} says where its numbers come from and what it leaves
 * out.
 */
@NullMarked
package io.tidemark.chainsim.calls;

import org.jspecify.annotations.NullMarked;
