package io.tidemark.custody.keys;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import java.util.Map;
import java.util.Set;

/**
 * A home came back from a backup. Whoever was signed in or invited is so no more; copies of which
 * the database knows the beginning and the ledger the end get that end.
 *
 * @param released by disclosure, the entry of the release and the digest of the copy
 * @param notDelivered the disclosures that ended without a copy
 */
public record HomeRestored(Map<String, Released> released, Set<String> notDelivered)
    implements Journal.Consequence {
  /** The maps are copied. */
  public HomeRestored {
    released = Map.copyOf(released);
    notDelivered = Set.copyOf(notDelivered);
  }

  /**
   * What a {@code release} entry says.
   *
   * @param entry its index
   * @param file the digest of the copy
   */
  public record Released(long entry, Digest file) {}
}
