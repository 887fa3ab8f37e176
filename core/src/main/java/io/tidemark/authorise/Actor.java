package io.tidemark.authorise;

import java.util.Optional;
import java.util.Set;

/**
 * Who acts: a person of the chain; the operator of the home, who can read its master key and whose
 * duty is set-up, releases under standing grants, and inquiry; or a partner's own system, which
 * fetches its lists and does nothing else.
 *
 * @param id what the ledger calls the actor
 * @param duties of a person; empty for the operator and for partners
 */
public record Actor(String id, Set<Duty> duties) {
  /** What the ledger calls the operator; no person may have this id. */
  public static final String OPERATOR = "operator";

  /** How the ledger's names of partners begin; no person's id has a colon. */
  private static final String PARTNER = "partner:";

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

  /** A party of the chain whose own system acts. */
  public static Actor partner(String party) {
    return new Actor(PARTNER + party, Set.of());
  }

  /** The party whose system has this id as an actor; nothing for people and the operator. */
  public static Optional<String> partnerOf(String id) {
    return id.startsWith(PARTNER) ? Optional.of(id.substring(PARTNER.length())) : Optional.empty();
  }

  /** The party whose system acts; nothing for people and the operator. */
  public Optional<String> partner() {
    return partnerOf(id);
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
    if (partner().isPresent()) {
      return act == Act.RECEIVE;
    }
    return isOperator() ? act.operator() : duties.stream().anyMatch(act.duties()::contains);
  }
}
