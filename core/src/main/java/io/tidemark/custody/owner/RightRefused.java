package io.tidemark.custody.owner;

import io.tidemark.ledger.Journal;
import io.tidemark.rights.Right;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a person asked for was refused, and why: the person can be told it at any time (PIPL art.
 * 50).
 *
 * @param people the person's keys
 * @param actor who refused
 */
public record RightRefused(Set<UUID> people, Right right, Refusal refusal, String actor, Instant at)
    implements Journal.Consequence {
  /** Copies the set. */
  public RightRefused {
    people = Set.copyOf(people);
  }
}
