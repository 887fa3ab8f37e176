package io.tidemark.calls.said;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who the callers of one campaign said they were.
 *
 * @param people how many of the called heard each, the most frequent first
 * @param silent how many of the called told nothing of it that is known
 */
public record Spread(Map<Claim, Integer> people, int silent) {
  /** Puts the most frequent first. */
  public Spread {
    Map<Claim, Integer> sorted = new LinkedHashMap<>();
    people.entrySet().stream()
        .sorted(
            Map.Entry.<Claim, Integer>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().id()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    people = Collections.unmodifiableMap(sorted);
  }

  /** As how many insurers, named or not, they introduced themselves. */
  public int insurers() {
    return (int)
        people.keySet().stream().filter(claim -> claim.kind() == Claim.Kind.INSURER).count();
  }
}
