package io.tidemark.bench.tracing;

import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Rewriting;
import io.tidemark.terms.Words;

/** What was done to a leaked copy before it is found, as the planner foresees it. */
enum Condition {
  AS_RELEASED("原样", "as released") {
    @Override
    LeakedTable on(LeakedTable rows, long seed) {
      return rows;
    }
  },
  CLEANED("清洗后", "cleaned") {
    @Override
    LeakedTable on(LeakedTable rows, long seed) {
      return new Rewriting.Cleaned().on(rows);
    }
  },
  RETYPED("重新录入", "retyped") {
    @Override
    LeakedTable on(LeakedTable rows, long seed) {
      return new Rewriting.Retyped(seed).on(rows);
    }
  };

  private final Words words;

  Condition(String zh, String en) {
    this.words = new Words(zh, en);
  }

  abstract LeakedTable on(LeakedTable rows, long seed);

  Words words() {
    return words;
  }
}
