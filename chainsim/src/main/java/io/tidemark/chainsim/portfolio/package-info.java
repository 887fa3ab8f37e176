/**
 * An invented motor portfolio.
 *
 * <p>Question it answers: what does the export of an insurer's core system look like, at any size,
 * without a single real person in it? A seed and a number of people come in; true policies and
 * their untidy rows go out, as streams that need no memory. Everything about one person depends on
 * the seed and the person's number alone, so that any part can be made again without the rest.
 *
 * <p><b>None of these people exists.</b> Names, numbers and addresses are drawn by chance; that one
 * equals something real is chance too. It never reads real data and never marks or releases
 * anything.
 */
@NullMarked
package io.tidemark.chainsim.portfolio;

import org.jspecify.annotations.NullMarked;
