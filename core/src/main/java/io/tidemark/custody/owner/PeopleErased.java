package io.tidemark.custody.owner;

import io.tidemark.ledger.Journal;
import io.tidemark.rights.notice.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * People are erased: nothing in the database leads to them any more.
 *
 * @param print what hangs on them, as it was read
 * @param people the keys of those whose salts go
 * @param places the tokens under which they were found
 * @param leaves how each disclosure committed to them; says nothing without the salts
 * @param suppressed the tokens by which they are known again
 * @param archived what the law makes us keep
 * @param notices to those who were given them
 * @param at when
 * @param aliasesRest the day from which the alias numbers can be bound again that stood for them
 */
public record PeopleErased(
    Footprint print,
    Set<UUID> people,
    List<Place> places,
    List<Leaf> leaves,
    Set<UUID> suppressed,
    List<Archived> archived,
    List<Opening> notices,
    Instant at,
    LocalDate aliasesRest)
    implements Journal.Consequence {
  /** Copies the collections. */
  public PeopleErased {
    people = Set.copyOf(people);
    places = List.copyOf(places);
    leaves = List.copyOf(leaves);
    suppressed = Set.copyOf(suppressed);
    archived = List.copyOf(archived);
    notices = List.copyOf(notices);
  }

  /** A token that leads to a record. */
  public record Place(long token, int record) {}

  /**
   * A leaf of a disclosure's {@code people-root}.
   *
   * @param disclosure the disclosure's number
   * @param bytes nonce and commitment, as {@link io.tidemark.evidence.People} reads them
   */
  public record Leaf(int record, int disclosure, byte[] bytes) {}

  /**
   * What is kept of one person.
   *
   * @param tokens under which it is found by a number
   * @param box the sealed text
   * @param until when it goes by itself
   */
  public record Archived(UUID id, Set<UUID> tokens, byte[] box, Instant until) {}
}
