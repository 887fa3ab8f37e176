package io.tidemark.classify;

import io.tidemark.terms.Kind;
import java.util.Optional;

/**
 * What a person said that a heading means.
 *
 * @param heading the heading as it is compared: half width, lower case, letters and digits only
 * @param shown the heading as it stood in the file, made safe to show
 * @param sender the party in whose files it means that; empty for everybody's
 * @param kind what it means; {@link Kind#NONE} for nothing about a person
 * @param against what the values looked like beyond doubt, where the person said otherwise
 */
public record Correction(
    String heading, String shown, Optional<String> sender, Kind kind, Optional<Kind> against) {}
