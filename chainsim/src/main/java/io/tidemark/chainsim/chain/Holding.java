package io.tidemark.chainsim.chain;

import io.tidemark.chainsim.portfolio.Policy;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Shuffled;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which policies a party holds. */
public sealed interface Holding {

  /** Those of which something is true. */
  record Selected(Predicate<Policy> rule) implements Holding {}

  /**
   * The first policies of people drawn by chance, each person at most once.
   *
   * @param key decides who
   * @param people how many; at most as many as the portfolio has
   */
  record Drawn(long key, int people) implements Holding {
    /** The policies, without a pass over the whole portfolio. */
    public Stream<Policy> policies(PortfolioGenerator portfolio) {
      if (people > portfolio.people()) {
        throw new IllegalArgumentException(
            "cannot draw " + people + " of " + portfolio.people() + " people");
      }
      Shuffled order = new Shuffled(key, portfolio.people());
      return LongStream.range(0, people)
          .mapToObj(place -> portfolio.policiesOf(order.at(place)).get(0));
    }
  }
}
