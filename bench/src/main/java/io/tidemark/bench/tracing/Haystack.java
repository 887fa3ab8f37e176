package io.tidemark.bench.tracing;

import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A few leaked rows among very many of other people.
 *
 * @param strangers whose rows they are
 * @param foreign how many rows of them
 */
record Haystack(PortfolioGenerator strangers, int foreign) {
  /** Writes the rows of {@code needle} at random places. */
  void write(Path file, LeakedTable needle, long seed) throws IOException {
    List<Integer> columns =
        needle.headings().stream().map(PortfolioGenerator.COLUMNS::indexOf).toList();
    Deque<List<String>> hidden = new ArrayDeque<>(needle.rows());
    BitSet places = places(hidden.size(), seed);
    int[] at = {0};
    Stream<List<String>> rows =
        strangers
            .rows()
            .limit(foreign)
            .flatMap(
                row -> {
                  List<String> stranger = columns.stream().map(row::get).toList();
                  return places.get(at[0]++)
                      ? Stream.of(hidden.remove(), stranger)
                      : Stream.of(stranger);
                });
    PortfolioFile.write(file, StandardCharsets.UTF_8, needle.headings(), rows);
  }

  private BitSet places(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BitSet places = new BitSet(foreign);
    while (places.cardinality() < count) {
      places.set(random.nextInt(foreign));
    }
    return places;
  }
}
