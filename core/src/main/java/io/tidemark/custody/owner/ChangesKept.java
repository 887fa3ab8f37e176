package io.tidemark.custody.owner;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where corrections and refusals are kept. Thread-safe. */
public interface ChangesKept {
  /** All of these people, in the order in which they were recorded. */
  List<Change> of(Collection<UUID> people);
}
