/**
 * Traceability, decided before the release.
 *
 * <p>Question it answers: how many rows of this list must leak until its recipient can be named, in
 * each of the four conditions of a leaked copy? What the list's records offer comes in, numbers go
 * out. Nothing is opened for it.
 */
@NullMarked
package io.tidemark.disclose.plan;

import org.jspecify.annotations.NullMarked;
