/**
 * The words that every step shares.
 *
 * <p>Question it answers: what do we call a person, a party, a field, a grade, a disclosure, a
 * refusal? Nothing comes in and nothing goes out: these are values. It never holds behaviour that
 * belongs to one step.
 */
@NullMarked
package io.tidemark.terms;

import org.jspecify.annotations.NullMarked;
