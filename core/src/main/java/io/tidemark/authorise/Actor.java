package io.tidemark.authorise;

import java.util.Optional;
import java.util.Set;

/**
 * Who acts: a person of the chain, or the operator of the home, who can read its master key and
 * whose duty is set-up, releases under standing grants, and inquiry.
 *
 * @param id what the ledger calls the actor
 * @param duties of a person; empty for the operator
 */
public record Actor(String id, Set<Duty> duties) {
  /** What the ledger calls the operator; no person may have this id. */
  public static final String OPERATOR = "operator";

  /** What the ledger calls somebody who is not signed in; no person may have this id. */
  public static final String NOBODY = "nobody";

  /** Copies the set. */
  public Actor {
    duties = Set.copyOf(duties);
  }

  /** The operator of the home. */
  public static Actor operator() {
    return new Actor(OPERATOR, Set.of());
  }

  /** Somebody who is not signed in. */
  public static Actor nobody() {
    return new Actor(NOBODY, Set.of());
  }

  /** Whether no person may have this id. */
  public static boolean reserved(String id) {
    return id.equals(OPERATOR) || id.equals(NOBODY);
  }

  /** A person of the chain, or nothing when the chain has no such person. */
  public static Optional<Actor> person(String id, Chain chain) {
    return chain.person(id).map(Actor::of);
  }

  /** This person, acting. */
  public static Actor of(Person person) {
    return new Actor(person.id(), person.duties());
  }

  /** Whether it is the operator. */
  public boolean isOperator() {
    return id.equals(OPERATOR);
  }

  /** Whether it is no human. */
  public boolean isSystem() {
    return duties.contains(Duty.SYSTEM);
  }

  /** Whether the actor may do this. */
  public boolean may(Act act) {
    return isOperator() ? act.operator() : duties.stream().anyMatch(act.duties()::contains);
  }
}
