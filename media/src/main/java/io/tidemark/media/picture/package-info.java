/**
 * Which question: which pixels does this file hold, and where do a frame's pixels lie in them?
 *
 * <p>Comes in: the bytes of a picture of whatever origin. Goes out: {@link Pixels} of a bounded
 * size as a viewer shows them, or a refusal that says why not; and the geometry that leads a place
 * in a turned, cut or scaled frame back to the picture: {@link Box}, {@link Frame}, {@link Quad}.
 *
 * <p>It never reads text and never writes a file, not even a temporary one.
 */
@NullMarked
package io.tidemark.media.picture;

import org.jspecify.annotations.NullMarked;
