package io.tidemark.authorise;

import java.util.Set;

/**
 * Somebody who acts: staff, an approver, an investigator; or a system with the duty {@link
 * Duty#SYSTEM}.
 *
 * @param id what the ledger calls the person
 * @param party where the person works
 * @param duties what the person is there to do
 */
public record Person(String id, String party, Set<Duty> duties) {
  /** Copies the set. */
  public Person {
    duties = Set.copyOf(duties);
  }

  /** Whether it is no human. */
  public boolean isSystem() {
    return duties.contains(Duty.SYSTEM);
  }
}
