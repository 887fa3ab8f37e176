/**
 * Which question: which of these findings are about one person or vehicle, and what could a caller
 * do with them?
 *
 * <p>Comes in: one text, or one row of a table, and what was found in it, names and addresses
 * included. Goes out: {@link FoundPerson}s; each finding belongs to exactly one.
 *
 * <p>It never finds anything itself and never compares with records (that is {@code trace}).
 */
@NullMarked
package io.tidemark.find.people;

import org.jspecify.annotations.NullMarked;
