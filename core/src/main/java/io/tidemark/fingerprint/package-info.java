/**
 * What a value offers to carry a mark.
 *
 * <p>Question it answers: which positions and carriers does a record have? A record's texts and the
 * position key come in; {@link io.tidemark.fingerprint.Offer}s go out, which hold no personal text
 * and are kept beside the sealed record, so that traceability can be decided before anything is
 * opened.
 */
@NullMarked
package io.tidemark.fingerprint;

import org.jspecify.annotations.NullMarked;
