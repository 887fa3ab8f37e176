/**
 * Bytes to core's types and back.
 *
 * <p>Question it answers: what does this file say? Files come in, rows, loose lines and typed
 * settings go out. It never decides what a value may be used for, and never logs or quotes one.
 */
@NullMarked
package io.tidemark.formats;

import org.jspecify.annotations.NullMarked;
