package io.tidemark.server;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.AliasNumbers;
import io.tidemark.store.home.Workshops;
import io.tidemark.terms.PersonalText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Alias numbers of the town, which a test gives back when it ends. */
final class AliasPool {
  /** How each of its numbers begins. */
  static final String BEGIN = "7001000";

  private AliasPool() {}

  /** So many numbers, of which one in twenty is kept back. */
  static void fill(Town town, int size) {
    AliasNumbers pool = Workshops.aliases(town.home, town.home.vault());
    List<PersonalText> numbers =
        IntStream.range(0, size)
            .mapToObj(n -> PersonalText.of(BEGIN + "%08d".formatted(n)))
            .toList();
    pool.add(Actor.operator(), pool.sort(numbers, LocalDate.now()), "ax-platform", town.register());
  }

  static void empty(Town town) throws Exception {
    try (Town.Beside beside = town.beside()) {
      for (String table :
          List.of(
              "copy", "binding", "free", "holder", "number", "batch", "share", "call", "caller")) {
        beside.run("delete from alias_" + table);
      }
    }
  }
}
