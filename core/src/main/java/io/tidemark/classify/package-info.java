/**
 * Which question: what is this value, can it be right, and how is it written once spelling and
 * untidiness are taken away? And, for a table whose headings are foreign or missing: what does each
 * column hold?
 *
 * <p>Comes in: one text with its {@link io.tidemark.terms.FieldClass}, or a sample of columns. Goes
 * out: a {@link LabelledValue} with its canonical form and at most one {@link Suspicion}, or a
 * {@link ColumnGuess} with its confidence; or, of all kinds of information and with what people
 * corrected before, a {@link RecognisedColumn}.
 *
 * <p>It never throws on any text, never drops a value because it is wrong, never grades (that is
 * policy) and never changes the wording of an address, a model or a remark (that is {@code
 * disclose}).
 */
@NullMarked
package io.tidemark.classify;

import org.jspecify.annotations.NullMarked;
