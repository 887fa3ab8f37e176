package io.tidemark.custody;

import io.tidemark.disclose.honey.HoneyCustomer;
import io.tidemark.disclose.honey.Unused;
import io.tidemark.trace.Holders;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Tokens;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which numbers are free for the honey customers of one copy: of nobody in custody, of no customer
 * of another disclosure, of no other customer of this copy. Not thread-safe: one for each release.
 */
final class FreeNumbers implements Unused {
  private final Tokens tokens;
  private final Shelf shelf;
  private final Holders holders;
  private final Map<Locator, Map<Long, Integer>> here = new EnumMap<>(Locator.class);

  FreeNumbers(Tokens tokens, Shelf shelf, Holders holders) {
    this.tokens = tokens;
    this.shelf = shelf;
    this.holders = holders;
  }

  @Override
  public Set<Locator> taken(HoneyCustomer customer) {
    Set<Locator> taken = EnumSet.noneOf(Locator.class);
    for (Locator kind : Unused.numbers(customer)) {
      long token = tokens.locator(kind, customer.content().canonical(kind.field()));
      Integer other =
          here.computeIfAbsent(kind, k -> new HashMap<>()).putIfAbsent(token, customer.draw());
      boolean twice = other != null && !Objects.equals(other, customer.draw());
      if (twice
          || !shelf.find(kind, List.of(token)).isEmpty()
          || !holders.honey(kind, List.of(token)).isEmpty()) {
        taken.add(kind);
      }
    }
    return taken;
  }
}
