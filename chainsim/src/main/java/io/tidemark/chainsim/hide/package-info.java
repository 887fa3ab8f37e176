/**
 * Which question: does a scan find numbers that people hide, and nothing else?
 *
 * <p>Comes in: a seed. Goes out: messages, lines of forms and posts in which invented numbers stand
 * as people write them to pass a filter, each with what it is and where it stands; and texts with
 * numbers that are nobody's. It knows nothing of how a finder reads: its look-alikes, shapes and
 * sentences are its own.
 *
 * <p><b>None of these people exists.</b>
 */
@NullMarked
package io.tidemark.chainsim.hide;

import org.jspecify.annotations.NullMarked;
