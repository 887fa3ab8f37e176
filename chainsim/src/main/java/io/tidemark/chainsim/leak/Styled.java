package io.tidemark.chainsim.leak;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/**
 * One trait of one cell.
 *
 * @param meaning styles are compared among cells of one meaning only; empty where all compare
 * @param style without what is this cell's own
 * @param as the cell in another style; in the empty style the part is gone
 */
record Styled(String meaning, String style, UnaryOperator<String> as) {
  /** A part of the cell, which {@code filled} writes in a style. */
  static Styled within(String cell, Matcher found, String style, UnaryOperator<String> filled) {
    String before = cell.substring(0, found.start());
    String after = cell.substring(found.end());
    return new Styled("", style, other -> before + filled.apply(other) + after);
  }

  /** A whole cell, whose meaning is what the registry makes of it; nothing for an empty one. */
  static Optional<Styled> whole(Column column, String cell) {
    return cell.isBlank()
        ? Optional.empty()
        : Optional.of(new Styled(RegistryForm.of(column, cell), cell, UnaryOperator.identity()));
  }
}
