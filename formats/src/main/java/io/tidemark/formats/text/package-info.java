/**
 * Text files and the loose lines in them.
 *
 * <p>Question it answers: which encoding is this file in, what are its lines, and which phones,
 * plates and numbers stand in a line that is no table row, and which lines of a chat speak of one
 * person? Bytes come in; lines, pieces and rows go out, in constant memory. It never decides whose
 * a value is, never takes a number that is not well formed, and never looks at who is in custody.
 */
@NullMarked
package io.tidemark.formats.text;

import org.jspecify.annotations.NullMarked;
