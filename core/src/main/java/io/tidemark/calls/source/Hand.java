package io.tidemark.calls.source;

import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A party and the lists that it was given, as far as they are about people who were called.
 *
 * @param party its id
 * @param people about how many different people it was given in all
 * @param lists those of its lists that hold any of the called
 */
public record Hand(String party, long people, List<Given> lists) {
  /**
   * One list.
   *
   * @param id the disclosure
   * @param entry the ledger index of its entry
   * @param people how many people it is about
   * @param called which of the called it holds, by their place among them
   * @param shown of which fields it shows the whole value
   */
  public record Given(
      DisclosureId id, long entry, int people, BitSet called, Set<FieldClass> shown) {
    /** Copies the collections. */
    public Given {
      called = (BitSet) called.clone();
      shown = Set.copyOf(shown);
    }
  }

  /** Copies the list. */
  public Hand {
    lists = List.copyOf(lists);
  }
}
