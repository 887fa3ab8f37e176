/**
 * Who holds whom in a nested chain, and what leaks from it: sets of numbers, no personal text.
 *
 * <p>Question it answers: how often can the source be told from holding alone, by whoever knows the
 * rates of the world? A seed and rates come in; holdings, leaked people with their true source, and
 * the exact posterior go out. It never asks the method that is measured against it.
 */
@NullMarked
package io.tidemark.chainsim.holders;

import org.jspecify.annotations.NullMarked;
