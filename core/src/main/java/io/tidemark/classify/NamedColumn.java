package io.tidemark.classify;

import io.tidemark.terms.Kind;
import java.util.Optional;

/**
 * A sampled column with what its heading is known to mean.
 *
 * @param column heading and values
 * @param meaning what exactly this heading means, when that is known
 * @param correction the correction by which it means that, where a person said so
 */
public record NamedColumn(
    SampledColumn column, Optional<Kind> meaning, Optional<Correction> correction) {}
