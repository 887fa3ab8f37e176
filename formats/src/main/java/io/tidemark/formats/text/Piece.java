package io.tidemark.formats.text;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;

/**
 * Something found in a loose line.
 *
 * @param kind what it looks like; never a judgement that it is one
 * @param value in plain form: half-width, upper case, without the spaces and dashes inside numbers
 */
public record Piece(FieldClass kind, PersonalText value) {}
