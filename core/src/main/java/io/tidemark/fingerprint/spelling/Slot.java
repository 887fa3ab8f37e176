package io.tidemark.fingerprint.spelling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a carrier stands in a text, and what can stand there.
 *
 * @param carrier which carrier
 * @param start the first character that it takes
 * @param end the character behind its last
 * @param spellings the text of each of the carrier's spellings
 */
record Slot(Carrier carrier, int start, int end, List<String> spellings) {
  /** Finds a carrier in a text; null where it does not stand. Looks at the text alone. */
  interface Rule {
    @Nullable Slot find(String text);
  }

  boolean overlaps(Slot other) {
    return start < other.end && other.start < end;
  }
}
