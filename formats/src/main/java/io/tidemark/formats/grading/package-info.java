/**
 * Files with their columns named and graded.
 *
 * <p>Question it answers: what does each column of this file hold, how surely, and how grave are
 * they together? Headings, some rows, what people corrected before and the policy come in; a {@link
 * io.tidemark.formats.grading.GradedTable} goes out, which holds no value. It records nothing and
 * decides nothing: {@code classify} recognises, {@code authorise} grades.
 */
@NullMarked
package io.tidemark.formats.grading;

import org.jspecify.annotations.NullMarked;
