package io.tidemark.calls.campaign;

/**
 * A calling number as far as it speaks one way.
 *
 * @param caller a {@link CallingNumber}
 * @param voice above 0 a wording, below 0 what the caller claims to be where no wording is known, 0
 *     where nobody wrote down what was said
 */
record Line(long caller, int voice) {}
