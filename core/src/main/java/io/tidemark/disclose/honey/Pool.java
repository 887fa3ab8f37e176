package io.tidemark.disclose.honey;

import io.tidemark.disclose.SealedNumber;
import io.tidemark.ledger.Journal;
import io.tidemark.terms.DisclosureId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where the pool's numbers are kept, sealed. A store brings it. Thread-safe. */
public interface Pool {
  /** A batch came into the pool, in the order in which its numbers will be given. */
  record Filled(List<SealedNumber> batch) implements Journal.Consequence {
    /** Copies the list. */
    public Filled {
      batch = List.copyOf(batch);
    }
  }

  /**
   * How many numbers there are.
   *
   * @param free can be given
   * @param given stand in a recorded copy
   * @param spent were reserved by a release that left without them, did not arrive, or still runs
   * @param held are kept back for ever
   */
  record Counts(int free, int given, int spent, int held) {
    /** All. */
    public int all() {
      return free + given + spent + held;
    }
  }

  /** The next numbers that can be given, at most {@code most}, in the order of the pool. */
  List<SealedNumber> next(int most);

  /** The numbers that a disclosure reserved, in the order of its draws. */
  List<SealedNumber> of(DisclosureId id);

  /** Which of these tokens are of numbers in the pool. */
  Set<Long> known(Collection<Long> tokens);

  /** How many numbers there are. */
  Counts counts();
}
