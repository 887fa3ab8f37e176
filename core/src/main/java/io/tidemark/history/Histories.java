package io.tidemark.history;

import java.util.function.Function;

/** Where histories are kept and folded. Thread-safe, over all nodes. */
public interface Histories {
  /** A root that counts, and the index of its entry; -1 where none was ever published. */
  record Current(PublishedRoot root, long entry) {}

  /** The root that counts. */
  Current current();

  /** Whether an entry from this index on is about a person. */
  boolean pending(long from);

  /** Folds what is not folded yet; valid while nobody else may. */
  interface Turn {
    /** The root that counts. */
    Current current();

    /**
     * Folds all entries below this index. Nothing of it counts before its root is recorded ({@link
     * RootPublished}); what a crash leaves is folded anew.
     */
    PublishedRoot fold(long before);

    /** Removes heads that no root needs any more. */
    void sweep();
  }

  /** Does this while nobody else folds, on this node or another. */
  <T> T alone(Function<Turn, T> work);
}
