package io.tidemark.formats.scan;

import io.tidemark.find.Finding;
import io.tidemark.formats.table.Reject;
import java.util.List;

/** What stands in one line of a sheet. */
sealed interface FoundLine {
  /** In the cells of a row of the table. */
  record InCells(InRow row) implements FoundLine {}

  /** In a line of which nobody knows which cell is which. */
  record Whole(long line, List<Finding> findings) implements FoundLine {}

  /** Nobody knows: it cannot be read. */
  record Unread(Reject reject) implements FoundLine {}
}
