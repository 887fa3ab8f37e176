package io.tidemark.chainsim.holders;

import java.util.List;
import java.util.Optional;

/**
 * What leaked.
 *
 * @param source the party whose list it is; nobody for a source without us
 * @param people the different people in custody, by number
 * @param rows how many rows there are with those about nobody in custody
 */
public record LeakedPeople(Optional<NestedChain.Holder> source, List<Integer> people, int rows) {
  /** Copies the list. */
  public LeakedPeople {
    people = List.copyOf(people);
  }
}
