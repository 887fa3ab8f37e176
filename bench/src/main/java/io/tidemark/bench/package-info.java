/**
 * How fast, how small and how right the product is, measured from outside.
 *
 * <p>Question it answers: which bars does this version meet on this machine? A seed comes in; a
 * report goes out: what was measured, the best known or a peer in the same run, our figure, the
 * bar, met or missed. Every copy comes from {@code disclose} and every verdict from {@code trace}:
 * nothing here reaches behind the commands, and no figure depends on which seed was tried.
 */
@NullMarked
package io.tidemark.bench;

import org.jspecify.annotations.NullMarked;
