package io.tidemark.disclose.plan;

import java.util.OptionalInt;

/**
 * The smallest number of random rows that give the verdict "named" with probability 0.99; nothing
 * where no number does.
 *
 * @param asReleased the copy as it was given
 * @param cleaned spaces, punctuation and widths gone
 * @param retyped cleaned, and a fifth of the addresses and models rewritten in one habit
 * @param standardised every address and model brought to one form
 */
public record RowsToName(
    OptionalInt asReleased, OptionalInt cleaned, OptionalInt retyped, OptionalInt standardised) {}
