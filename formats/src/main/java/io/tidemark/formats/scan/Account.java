package io.tidemark.formats.scan;

import io.tidemark.formats.pile.Item;
import io.tidemark.formats.pile.Skipped;
import java.io.IOException;

/** Is told what a scan meets, as it meets it. */
public interface Account {
  /**
   * A file is read from here on; what is told until the next one stands in it. Pictures that may go
   * on from each other are told when no more of them comes, at most 200 files later.
   */
  default void begun(Item item) throws IOException {}

  /** Something was found. */
  void sighted(Sighting sighting) throws IOException;

  /** Something could not be read, or not all of it. */
  void skipped(Skipped skipped) throws IOException;
}
