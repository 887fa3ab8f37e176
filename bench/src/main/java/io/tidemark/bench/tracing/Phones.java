package io.tidemark.bench.tracing;

import io.tidemark.chainsim.leak.Column;
import io.tidemark.chainsim.leak.LeakedTable;
import java.text.Normalizer;
import java.util.List;

/** Phone numbers however they are written. */
final class Phones {
  private Phones() {}

  /** Of each row. */
  static List<String> of(LeakedTable table) {
    int mobile = Column.MOBILE.in(table).orElseThrow();
    return table.rows().stream().map(row -> digits(row.get(mobile))).toList();
  }

  /** The digits of a number. */
  static String digits(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
  }
}
