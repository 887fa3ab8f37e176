/**
 * The one executable.
 *
 * <p>Question it answers: what does a person type, and what do they get? Arguments come in;
 * sentences or one JSON document and an exit status go out. {@code command} holds one class for
 * each command, {@code files} joins formats to core. It decides nothing: the flows of {@code
 * custody} do.
 */
@NullMarked
package io.tidemark.app;

import org.jspecify.annotations.NullMarked;
