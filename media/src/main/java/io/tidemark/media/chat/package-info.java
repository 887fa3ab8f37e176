/**
 * Which question: who wrote what, in this chat that somebody took screenshots of?
 *
 * <p>Comes in: the lines of one screenshot or of several in the order in which they were taken.
 * Goes out: a {@link Conversation}: messages in order, each told once however many screenshots show
 * it, in one piece where the edge of a screenshot cut it.
 *
 * <p>It never reads pixels and never decides what is personal.
 */
@NullMarked
package io.tidemark.media.chat;

import org.jspecify.annotations.NullMarked;
