/**
 * Joins the files that people bring and take to core's types.
 *
 * <p>Question it answers: how does a portfolio become a submission, a leaked file a sighting, a
 * list of subjects a set of records, and a copy a table? Paths come in and core's values go out, or
 * the other way round.
 */
@NullMarked
package io.tidemark.app.files;

import org.jspecify.annotations.NullMarked;
