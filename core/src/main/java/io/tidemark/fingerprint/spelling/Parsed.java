package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.PersonalText;
import java.util.List;

/**
 * A value taken apart into what never changes and the carriers that it offers. Immutable.
 *
 * <p>Two values with the same {@link #content} mean the same, however they were spelled.
 */
public sealed interface Parsed permits Address, Model, Remark, Plain {
  /** The canonical text: one for all spellings of one meaning. */
  PersonalText content();

  /** The carriers that it offers, none when it has one spelling only. */
  List<Carrier> carriers();

  /**
   * The value in the chosen spellings.
   *
   * @param choice for each of {@link #carriers()}, in their order, a spelling from 0 to {@code
   *     spellings() - 1}
   */
  PersonalText render(int[] choice);

  /**
   * Which spellings of each carrier a leaked text shows, in the order of {@link #carriers()}.
   *
   * @param leaked the cell as it was found: perhaps cleaned, cut, or rewritten
   */
  List<Shown> read(PersonalText leaked);

  /**
   * Which spellings of each carrier stand somewhere in a longer text, in the order of {@link
   * #carriers()}: those of the longest rendering that is found there.
   */
  default List<Shown> find(PersonalText longer) {
    return Renderings.longestIn(this, longer);
  }
}
