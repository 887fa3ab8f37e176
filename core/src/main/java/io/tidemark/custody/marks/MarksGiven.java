package io.tidemark.custody.marks;

import io.tidemark.terms.CopyMark;
import java.util.List;
import java.util.Optional;

/** The marks that were given out, and to whom. Thread-safe. */
public interface MarksGiven {
  /**
   * One copy.
   *
   * @param to the recipient: a party's id, or the name of a buyer's request
   * @param entry the ledger index of the entry that records it
   */
  record Given(CopyMark mark, String to, long entry) {}

  /** Every number that was given out. */
  List<Long> numbers();

  /** Whose copy carries this mark; nothing where nobody was given it. */
  Optional<Given> of(CopyMark mark);
}
