package io.tidemark.chainsim.chain;

import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import java.io.IOException;
import java.nio.file.Path;

/** The world of the samples and of the demo. */
public final class SampleWorld {
  private SampleWorld() {}

  /** The demo's chain around a portfolio as untidy as a core system's export. */
  public static World of(long seed, long people) {
    return new ChainGenerator(seed)
        .demo(new PortfolioGenerator(seed, people, Untidiness.asExported()));
  }

  /**
   * Writes that world into {@code folder}: {@code portfolio.csv}, {@code chain.yaml}, {@code
   * plan.yaml}, {@code subjects/}; there are about 5 % more rows than people.
   */
  public static void write(Path folder, long seed, long people) throws IOException {
    of(seed, people).write(folder);
  }

  /** Writes it from a command line: folder, seed, number of people. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2]));
  }
}
