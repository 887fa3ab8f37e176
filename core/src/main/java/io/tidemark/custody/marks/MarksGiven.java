package io.tidemark.custody.marks;

import io.tidemark.terms.CopyNumber;
import io.tidemark.terms.DisclosureId;
import java.util.List;
import java.util.Optional;

/**
 * Whose number is it? The one place where a number that was read in a picture, a document or on a
 * screen is looked up. Thread-safe.
 */
public interface MarksGiven {
  /**
   * One copy.
   *
   * @param to the recipient: a party's id, or the name of a buyer's request
   * @param disclosure whose number it is, where it is one's
   * @param entry the ledger index of the entry that records it
   */
  record Given(CopyNumber mark, String to, Optional<DisclosureId> disclosure, long entry) {}

  /** Every number that was drawn for a copy by itself. */
  List<Long> numbers();

  /** Whose copy carries this mark; nothing where nobody was given it. */
  Optional<Given> of(CopyNumber mark);
}
