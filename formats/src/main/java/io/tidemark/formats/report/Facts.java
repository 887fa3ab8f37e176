package io.tidemark.formats.report;

import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the report says beside the case file.
 *
 * @param time when the attribution was recorded; the only time that the report and its PDF carry
 * @param names what people call each party, by its id; an id without a name stands for itself
 * @param disclosed when each disclosure was recorded in the ledger, by its id
 * @param origin the ledger's name
 * @param size how many entries the checkpoint covers
 * @param root the checkpoint's root
 * @param anchored who but the insurer vouches for the ledger; empty when nobody does
 * @param needed what would decide, when nobody is named
 */
public record Facts(
    Instant time,
    Map<String, String> names,
    Map<String, Instant> disclosed,
    String origin,
    long size,
    Digest root,
    Optional<Words> anchored,
    List<Words> needed) {
  /** Copies the collections. */
  public Facts {
    names = Map.copyOf(names);
    disclosed = Map.copyOf(disclosed);
    needed = List.copyOf(needed);
  }

  /** The party's name with its id. */
  Words party(String id) {
    String name = names.getOrDefault(id, id);
    return name.equals(id)
        ? new Words(id, id)
        : new Words(name + "（" + id + "）", name + " (" + id + ")");
  }
}
