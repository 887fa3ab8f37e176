package io.tidemark.bench;

import java.util.List;

/** One part's benchmark. */
public interface Benchmark {
  /** The name that it is called by. */
  String name();

  /** The seeds of a whole run that names none. */
  default List<Long> seeds() {
    return List.of(1L);
  }

  /** Runs it; throws whatever ends it early. */
  Report run(Stage stage) throws Exception;
}
