package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Party;
import java.util.List;

/**
 * Parties and people that are new or different, and new grants.
 *
 * @param text the file that says so, whole
 */
public record ChainChanged(
    List<Party> parties, List<Person> people, List<Grant> grants, String text)
    implements Journal.Consequence {
  /** Copies the lists. */
  public ChainChanged {
    parties = List.copyOf(parties);
    people = List.copyOf(people);
    grants = List.copyOf(grants);
  }
}
