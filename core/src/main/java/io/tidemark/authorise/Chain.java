package io.tidemark.authorise;

import io.tidemark.terms.Party;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parties, the people and the standing grants. Immutable.
 *
 * @param parties by id
 * @param people by id
 * @param grants all grants, whatever their state
 */
public record Chain(Map<String, Party> parties, Map<String, Person> people, List<Grant> grants) {
  /** A chain without anybody. */
  public static final Chain EMPTY = new Chain(Map.of(), Map.of(), List.of());

  /** Copies the collections and keeps their order. */
  public Chain {
    parties = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parties));
    people = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(people));
    grants = List.copyOf(grants);
  }

  /** The party with this id. */
  public Optional<Party> party(String id) {
    return Optional.ofNullable(parties.get(id));
  }

  /** Whether a party is {@code top} itself or lies below it. */
  public boolean within(String party, String top) {
    Optional<Party> at = party(party);
    for (int steps = 0; at.isPresent() && steps <= parties.size(); steps++) {
      if (at.get().id().equals(top)) {
        return true;
      }
      at = at.get().parent().flatMap(this::party);
    }
    return false;
  }

  /** The person with this id. */
  public Optional<Person> person(String id) {
    return Optional.ofNullable(people.get(id));
  }
}
