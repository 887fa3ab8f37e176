/**
 * How a grant or a request comes to be approved, and ends.
 *
 * <p>Question it answers: may this person say this word on this request, grant or delegation now,
 * and where does it stand afterwards? The facts of {@link io.tidemark.authorise} come in as they
 * are recorded; a {@link io.tidemark.authorise.approval.Ruling} goes out: what was and what is, or
 * a refusal. States change along {@link io.tidemark.authorise.Request#ARROWS} and {@link
 * io.tidemark.authorise.Grant#ARROWS} only. It records nothing and asks no clock.
 */
@NullMarked
package io.tidemark.authorise.approval;

import org.jspecify.annotations.NullMarked;
