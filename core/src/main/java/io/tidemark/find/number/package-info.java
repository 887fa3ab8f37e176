/**
 * Which question: which checked identifier stands in this stretch, and how sure is that?
 *
 * <p>Comes in: a {@link io.tidemark.find.written.Stretch}. Goes out: {@link Candidate}s, each with
 * its place and weight; of those that overlap the weightiest is found. Each class reads its shape
 * by the standard that its docstring names; a check digit and a word nearby raise the confidence,
 * and a wrong check digit lowers it.
 *
 * <p>It never looks at prose, and knows no name and no address.
 */
@NullMarked
package io.tidemark.find.number;

import org.jspecify.annotations.NullMarked;
