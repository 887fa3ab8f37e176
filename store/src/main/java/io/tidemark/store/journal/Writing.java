package io.tidemark.store.journal;

import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.store.journal.PostgresJournal.JournalUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way into the ledger, and what became of it. Whoever has the turn changes it; the
 * others look at it when a turn ends.
 */
final class Writing {
  private static final long NOT_YET = -1;

  private final Entry entry;
  private final Journal.Consequence consequence;
  private volatile long index = NOT_YET;
  private volatile @Nullable RuntimeException failure;

  Writing(Entry entry, Journal.Consequence consequence) {
    this.entry = entry;
    this.consequence = consequence;
  }

  Entry entry() {
    return entry;
  }

  Journal.Consequence consequence() {
    return consequence;
  }

  boolean ended() {
    return index != NOT_YET || failure != null;
  }

  void recorded(long at) {
    index = at;
  }

  void failed(RuntimeException cause) {
    failure = cause;
  }

  /** It does not wait for ever when whoever wrote for it died of an error. */
  void lost() {
    if (!ended()) {
      failed(new JournalUnavailable("the entry could not be recorded", null));
    }
  }

  /** Where it stands; throws what kept it from standing anywhere. */
  long index() {
    if (failure != null) {
      throw failure;
    }
    return index;
  }
}
