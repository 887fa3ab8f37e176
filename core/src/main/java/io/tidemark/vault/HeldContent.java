package io.tidemark.vault;

import io.tidemark.terms.FieldClass;
import java.util.Set;

/**
 * A deposited content after corrections had their say.
 *
 * @param content what is to be sealed
 * @param held the fields in which a correction was kept
 * @param overtaken the fields of which the deposit says something that the record never said: there
 *     the correction has ended
 */
public record HeldContent(Content content, Set<FieldClass> held, Set<FieldClass> overtaken) {
  /** Copies the sets. */
  public HeldContent {
    held = Set.copyOf(held);
    overtaken = Set.copyOf(overtaken);
  }
}
