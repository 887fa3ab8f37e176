package io.tidemark.trace;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.util.Map;

/**
 * One row of leaked material.
 *
 * @param number its place among the rows that were read, from 1
 * @param raw each recognised cell as it was found
 * @param canonical the same cells in canonical form
 * @param whole the whole line of loose text; empty for a table's row
 */
public record LeakedRow(
    long number,
    Map<FieldClass, PersonalText> raw,
    Map<FieldClass, PersonalText> canonical,
    PersonalText whole) {
  /** Copies the maps. */
  public LeakedRow {
    raw = Map.copyOf(raw);
    canonical = Map.copyOf(canonical);
  }
}
