/**
 * Text files and the loose lines in them.
 *
 * <p>Question it answers: which encoding is this file in, what are its lines, and which phones,
 * plates and numbers stand in a line that is no table row? Bytes come in, lines and pieces go out,
 * in constant memory. It never decides whose a value is; {@code classify} finds more in the whole
 * line.
 */
@NullMarked
package io.tidemark.formats.text;

import org.jspecify.annotations.NullMarked;
