package io.tidemark.evidence;

import io.tidemark.ledger.Entry;
import io.tidemark.terms.Words;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What one check found wrong. One thread uses it. */
final class Faults {
  private static final int TOLD = 5;

  private final Set<String> found = new TreeSet<>();

  void add(String fault) {
    found.add(fault);
  }

  void addAll(Collection<String> faults) {
    found.addAll(faults);
  }

  /** A fault unless this holds. */
  void unless(boolean holds, String fault) {
    if (!holds) {
      found.add(fault);
    }
  }

  /** A fault unless the entry has this line, once. */
  void unlessSame(Entry entry, String line, Object expected) {
    boolean same =
        entry.values(line).size() == 1
            && entry.value(line).equals(Optional.of(expected.toString()));
    unless(same, "the " + entry.kind() + "'s entry says another " + line);
  }

  /** The needed check, with what it means when it holds. */
  Check check(String name, String zh, String en) {
    String told = String.join("; ", found.stream().limit(TOLD).toList());
    return Check.of(
        name,
        found.isEmpty(),
        new Words(zh, en),
        new Words("不成立：" + told, "does not hold: " + told));
  }
}
