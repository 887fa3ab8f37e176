/**
 * What {@code ./tidemark scan} says.
 *
 * <p>Question it answers: how are findings told to a person and to a program, and what has to be
 * recorded before they are told in full? Sightings come in one by one; lines and a summary go out.
 * It keeps none of them longer than it takes to record that they are shown.
 */
@NullMarked
package io.tidemark.app.scan;

import org.jspecify.annotations.NullMarked;
