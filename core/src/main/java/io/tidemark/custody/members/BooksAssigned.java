package io.tidemark.custody.members;

import io.tidemark.ledger.Journal;
import java.util.Map;
import java.util.Optional;

/**
 * From this entry on these records are in these books, and in no other.
 *
 * @param owners by record number
 */
public record BooksAssigned(Map<Integer, Owner> owners) implements Journal.Consequence {
  /** Copies the map. */
  public BooksAssigned {
    owners = Map.copyOf(owners);
  }

  /**
   * In whose book a customer is.
   *
   * @param party the party
   * @param holder the person there, where it is one person's
   */
  public record Owner(String party, Optional<String> holder) {}
}
