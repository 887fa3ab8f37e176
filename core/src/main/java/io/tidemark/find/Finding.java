package io.tidemark.find;

import io.tidemark.terms.PersonalText;

/**
 * One piece of personal information in a text.
 *
 * @param found what it is
 * @param span where it stands in the original text, with what was put between its characters
 * @param confidence how sure that is
 * @param value in the canonical form of its class (plates upper case, numbers in ASCII digits
 *     without spaces); the stars of a value that came masked stay in it as {@code *}
 * @param form whether it stands there whole
 */
public record Finding(
    FoundClass found, Span span, Confidence confidence, PersonalText value, Form form) {
  /** How a value stands in a text. */
  public enum Form {
    /** As it is. */
    WHOLE,
    /** Some of its characters were hidden: 138****8000. */
    MASKED,
    /** A spreadsheet or somebody's hand destroyed digits: 4.40305E+17. */
    DAMAGED
  }
}
