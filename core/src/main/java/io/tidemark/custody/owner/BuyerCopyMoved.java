package io.tidemark.custody.owner;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.BuyerCopyId;
import io.tidemark.terms.CopyNumber;
import java.time.Instant;
import java.util.UUID;

/** How a request of a vehicle's new owner moves on. */
public sealed interface BuyerCopyMoved extends Journal.Consequence {
  /** It was taken. */
  record Asked(BuyerCopy request) implements BuyerCopyMoved {}

  /** It was approved or rejected. */
  record Decided(BuyerCopyId id, BuyerCopy.State state, String by, Instant at)
      implements BuyerCopyMoved {}

  /**
   * The copy is made.
   *
   * @param person the former owner, whose history tells of it
   */
  record Issued(BuyerCopyId id, CopyNumber mark, UUID person) implements BuyerCopyMoved {}
}
