package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.terms.Grade;

/**
 * Something that was found.
 *
 * @param path the file, as {@link io.tidemark.formats.pile.Lying#path} names it
 * @param place where in it
 * @param finding what
 * @param grade how grave, by the policy
 * @param person the number of the person or vehicle that it belongs to, from 1; 0 where nobody
 *     knows
 * @param usable how usable what stands together with it is to somebody who calls people about their
 *     insurance, 0 to 1
 */
public record Sighting(
    String path, Place place, Finding finding, Grade grade, long person, double usable) {}
