package io.tidemark.bench;

/** One part's benchmark. */
public interface Benchmark {
  /** The name that it is called by. */
  String name();

  /** Runs it; throws whatever ends it early. */
  Report run(Stage stage) throws Exception;
}
