package io.tidemark.classify;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.Optional;

/**
 * One value, what it means and how it is written canonically.
 *
 * @param original the text as it was read
 * @param canonical equal for all spellings of the same value; labelling it again changes nothing;
 *     empty when the value is missing
 * @param suspicion present when the value cannot be right; {@code canonical} is then the best
 *     normalised text
 */
public record LabelledValue(
    FieldClass field,
    PersonalText original,
    PersonalText canonical,
    Optional<Suspicion> suspicion) {}
