/**
 * The forms in which a field leaves other than plain.
 *
 * <p>Question it answers: what may be shown of this value in this form? A value comes in, a shorter
 * truth goes out. A value that is too short or too strange to be masked is hidden whole.
 */
@NullMarked
package io.tidemark.disclose.mask;

import org.jspecify.annotations.NullMarked;
