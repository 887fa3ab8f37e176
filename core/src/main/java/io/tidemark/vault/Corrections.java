package io.tidemark.vault;

import io.tidemark.terms.FieldClass;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which fields were corrected at the person's word. Thread-safe. */
public interface Corrections {
  /**
   * What stands corrected in one record.
   *
   * @param record its number
   * @param earlier for each field the tokens ({@link Tokens#value}) of all that the record said of
   *     it before
   */
  record Standing(int record, Map<FieldClass, Set<UUID>> earlier) {
    /** Copies the map. */
    public Standing {
      earlier = Map.copyOf(earlier);
    }
  }

  /** How often anything was corrected: a number that grows. */
  long count();

  /** Of these records, by their keys, those in which something stands corrected. */
  Map<UUID, Standing> standing(Collection<UUID> records);
}
