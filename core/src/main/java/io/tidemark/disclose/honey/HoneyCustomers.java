package io.tidemark.disclose.honey;

import io.tidemark.terms.FieldClass;
import io.tidemark.vault.Content;
import io.tidemark.vault.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The honey customers of one disclosure, in the order of its rows. Each is put together from the
 * real rows before it: where somebody lives, what another drives, what a third insured, with a name
 * and numbers of its own. Where somebody has one of its numbers a spare one stands in; where none
 * is left, it lacks what somebody has. Not thread-safe.
 */
public final class HoneyCustomers {
  private final HoneyKey key;
  private final int customers;
  private final Unused unused;
  private final Map<Integer, List<Integer>> placesAfter = new TreeMap<>();
  private final Neighbours neighbours = new Neighbours();
  private int nextSpare;

  /**
   * The customers of a list.
   *
   * @param key the disclosure's honey key
   * @param customers how many
   * @param rows how many real rows the list has, at least 1
   * @param unused which numbers may not stand in the copy
   */
  public HoneyCustomers(HoneyKey key, int customers, int rows, Unused unused) {
    this.key = key;
    this.customers = customers;
    this.unused = unused;
    this.nextSpare = customers;
    for (int i = 0; i < customers; i++) {
      placesAfter.computeIfAbsent(key.number(i, "place", rows), place -> new ArrayList<>()).add(i);
    }
  }

  /**
   * How many customers a key draws for so many: the spare ones, one and an eighth of them, stand in
   * where a number is taken. Evidence counts all of them.
   */
  public static int draws(int customers) {
    return customers == 0 ? 0 : customers + 1 + customers / 8;
  }

  /**
   * The customers that stand after the real row {@code row}; to be called for each row in order,
   * from 0.
   */
  public List<HoneyCustomer> after(int row, Content neighbour) {
    if (customers > 0) {
      neighbours.add(neighbour);
    }
    return placesAfter.getOrDefault(row, List.of()).stream()
        .map(place -> free(place, neighbour))
        .toList();
  }

  private HoneyCustomer free(int place, Content neighbour) {
    HoneyCustomer first = drawn(place, neighbour);
    if (unused.taken(first).isEmpty()) {
      return first;
    }
    HoneyCustomer last = first;
    while (nextSpare < draws(customers) && !unused.taken(last).isEmpty()) {
      last = drawn(nextSpare++, neighbour);
    }
    return without(last, unused.taken(last));
  }

  private HoneyCustomer drawn(int draw, Content neighbour) {
    return new HoneyCustomer(draw, new Invention(key, draw, neighbour, neighbours).content());
  }

  private static HoneyCustomer without(HoneyCustomer customer, Set<Locator> taken) {
    Content.Builder rest = new Content.Builder();
    Content content = customer.content();
    for (FieldClass field : content.original().keySet()) {
      if (taken.stream().noneMatch(kind -> kind.field() == field)) {
        rest.put(field, content.original(field), content.canonical(field), "");
      }
    }
    return new HoneyCustomer(customer.draw(), rest.build());
  }
}
