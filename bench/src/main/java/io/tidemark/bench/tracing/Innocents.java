package io.tidemark.bench.tracing;

import io.tidemark.chainsim.leak.Attack;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Rewriting;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.leak.Standard;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whole inquiries in which no candidate had a part: the original text, and copies that another home
 * released of the same people under other keys.
 *
 * @param home where leaks are traced
 * @param original the people as they were deposited
 * @param elsewhere the other home, which holds some of the same people or more
 * @param shared the phones of the people that both hold
 */
record Innocents(SameList home, LeakedTable original, SameList elsewhere, Set<String> shared) {
  private static final int[] SIZES = {6, 12, 30};

  /** A kind of leak. */
  private record Kind(String name, boolean foreignCopy, Attacking attacking) {}

  private interface Attacking {
    LeakedTable on(LeakedTable rows, long seed);
  }

  /** Two homes, each of which did not release what is traced in it. */
  static Innocents between(SameList home, SameList elsewhere) throws Exception {
    LeakedTable original = home.original();
    Set<String> shared = new HashSet<>(Phones.of(original));
    shared.retainAll(Set.copyOf(new HashSet<>(Phones.of(elsewhere.original()))));
    shared.remove("");
    return new Innocents(home, original, elsewhere, Set.copyOf(shared));
  }

  /** The question of this home. */
  Question question(String zh, String en, int trials, int few) {
    List<Kind> kinds = kinds();
    return new Question(
        new Words("来源不在其中（" + zh + "）", "the source absent, " + en),
        Question.NONE,
        Goal.silent(),
        trials,
        few,
        (number, seed) -> {
          Kind kind = kinds.get(number % kinds.size());
          int rows = SIZES[number / kinds.size() % SIZES.length];
          LeakedTable from = kind.foreignCopy() ? foreign(rows, seed) : original;
          LeakedTable leak = kind.attacking().on(new Selection.Sample(rows, seed).on(from), seed);
          return home.tracing().trial(Material.csv(leak).as(kind.name()));
        });
  }

  private LeakedTable foreign(int rows, long seed) throws Exception {
    Copies copies = elsewhere.copies();
    int place = copies.place(seed);
    if (copies.at(place).rows() <= shared.size() * 2) {
      return copies.sample(place, rows, seed);
    }
    LeakedTable whole = copies.rows(place);
    List<String> phones = Phones.of(whole);
    List<List<String>> ours = new ArrayList<>();
    for (int row = 0; row < phones.size(); row++) {
      if (shared.contains(phones.get(row))) {
        ours.add(whole.rows().get(row));
      }
    }
    return whole.with(List.copyOf(ours));
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      String name = condition.words().en();
      kinds.add(new Kind("original " + name, false, condition::on));
      kinds.add(new Kind("another home's copy " + name, true, condition::on));
    }
    kinds.add(
        new Kind("original typed", false, (rows, seed) -> new Rewriting.Typed(seed).on(rows)));
    for (Standard standard : Standard.values()) {
      String name = "original by " + standard.name().toLowerCase(Locale.ROOT);
      Attack attack = new Rewriting.Standardised(standard);
      kinds.add(new Kind(name, false, (rows, seed) -> attack.on(rows)));
    }
    return kinds;
  }
}
