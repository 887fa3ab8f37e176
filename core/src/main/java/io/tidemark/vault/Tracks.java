package io.tidemark.vault;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How somebody gets from a number to one version of a record; nothing of what it says.
 *
 * @param locators the tokens under which it is found
 * @param names the keys under which its person and its policy are in custody
 */
public record Tracks(Map<Locator, Long> locators, Set<UUID> names) {
  /** Copies the collections. */
  public Tracks {
    locators = Map.copyOf(locators);
    names = Set.copyOf(names);
  }
}
