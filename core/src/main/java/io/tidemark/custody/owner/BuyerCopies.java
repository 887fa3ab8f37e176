package io.tidemark.custody.owner;

import io.tidemark.terms.BuyerCopyId;
import java.util.List;
import java.util.Optional;

/** Requests of vehicles' new owners as they stand. Thread-safe. */
public interface BuyerCopies {
  /** The request of this name; nothing where there is none, or its contract was erased since. */
  Optional<BuyerCopy> of(BuyerCopyId id);

  /** All, the oldest first. */
  List<BuyerCopy> all();
}
