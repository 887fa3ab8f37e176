/**
 * Planted mistakes.
 *
 * <p>Question it answers: does each arrow of the architecture catch its mistake? Every class here
 * breaks just one; nothing uses them but that test.
 */
@NullMarked
package io.tidemark.planted;

import org.jspecify.annotations.NullMarked;
