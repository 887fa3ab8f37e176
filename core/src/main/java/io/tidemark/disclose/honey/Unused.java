package io.tidemark.disclose.honey;

import io.tidemark.vault.Locator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which numbers of an invented customer may not stand in a copy. One thread uses it. */
@FunctionalInterface
public interface Unused {
  /** The kinds of its numbers that somebody in custody or another honey customer has. */
  Set<Locator> taken(HoneyCustomer customer);

  /** The numbers by which a honey customer is found: all of its numbers, not its name. */
  static Set<Locator> numbers(HoneyCustomer customer) {
    Set<Locator> numbers = EnumSet.noneOf(Locator.class);
    for (Locator kind : Locator.all()) {
      if (kind != Locator.NAME && !customer.content().canonical(kind.field()).isEmpty()) {
        numbers.add(kind);
      }
    }
    return numbers;
  }

  /** As it was decided at the release: what was recorded of each draw was free, nothing else. */
  static Unused asRecorded(Map<Integer, Set<Locator>> recorded) {
    return customer -> {
      Set<Locator> taken = numbers(customer);
      taken.removeAll(recorded.getOrDefault(customer.draw(), Set.of()));
      return taken;
    };
  }
}
