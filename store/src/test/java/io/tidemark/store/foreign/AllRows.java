package io.tidemark.store.foreign;

import java.util.ArrayList;
import java.util.List;

/** Rows as a list. */
final class AllRows {
  private AllRows() {}

  static List<List<String>> all(ForeignRows rows) throws ForeignFault {
    List<List<String>> all = new ArrayList<>();
    for (List<String> row = rows.next(); row != null; row = rows.next()) {
      all.add(row);
    }
    return all;
  }
}
