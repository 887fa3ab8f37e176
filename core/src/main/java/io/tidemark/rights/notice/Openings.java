package io.tidemark.rights.notice;

import java.util.List;
import java.util.Set;

/**
 * The notices of what some people said, made from the copies as they were read. In the transaction
 * of the entry they must be all of the copies still.
 *
 * @param notices those whose word still counts then are opened
 * @param records of those people
 * @param given how often one of the records was given to anybody
 */
public record Openings(List<Opening> notices, Set<Integer> records, long given) {
  /** Of words that allow. */
  public static final Openings NONE = new Openings(List.of(), Set.of(), 0);

  /** Copies the collections. */
  public Openings {
    notices = List.copyOf(notices);
    records = Set.copyOf(records);
  }
}
