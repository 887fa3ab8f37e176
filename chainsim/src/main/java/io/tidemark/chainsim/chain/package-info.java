/**
 * A simulated insurance chain.
 *
 * <p>Question it answers: who are the parties through whose hands customers' data passes, and which
 * policies does each of them hold? A portfolio comes in; the settings, plan and subjects files that
 * set such a chain up go out, as people would have written them ({@code chain.yaml}, {@code
 * plan.yaml}). It never releases anything and never knows what a release looked like.
 */
@NullMarked
package io.tidemark.chainsim.chain;

import org.jspecify.annotations.NullMarked;
