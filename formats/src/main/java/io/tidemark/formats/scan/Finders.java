package io.tidemark.formats.scan;

import io.tidemark.find.EveryFinder;
import io.tidemark.find.Finder;
import io.tidemark.find.TextFinder;

/**
 * The finders that a scan uses. Thread-safe.
 *
 * @param everything for text of which nobody knows what it is
 * @param numbers for cells of a column that is known: a name in a column of models is none, and
 *     looking for one takes longer than reading the workbook
 */
public record Finders(Finder everything, Finder numbers) {
  /** All that there are. */
  public static Finders usual() {
    return Usual.ALL;
  }

  /** Made when it is first asked for: a lexicon is read. */
  private static final class Usual {
    private static final Finder NUMBERS = new TextFinder();
    private static final Finders ALL = new Finders(new EveryFinder(NUMBERS), NUMBERS);
  }
}
