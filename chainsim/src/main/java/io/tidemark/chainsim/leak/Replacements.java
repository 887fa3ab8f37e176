package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Search-and-replace pairs, done in their order. Immutable, thread-safe. */
final class Replacements {
  /** A macro that somebody runs until nothing changes; pairs that chase each other end here. */
  private static final int RUNS_AT_MOST = 20;

  private final List<Pair> pairs;

  private record Pair(Pattern search, String replace) {}

  private Replacements(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /** From an expression and its replacement, an expression and its replacement, and so on. */
  static Replacements of(String... pairs) {
    List<Pair> compiled = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      compiled.add(new Pair(Pattern.compile(pairs[i]), pairs[i + 1]));
    }
    return new Replacements(compiled);
  }

  /** These pairs, then those. */
  Replacements then(Replacements others) {
    List<Pair> both = new ArrayList<>(pairs);
    both.addAll(others.pairs);
    return new Replacements(both);
  }

  /** The text after all pairs, again and again until it stays. */
  String on(String text) {
    String before = text;
    for (int run = 0; run < RUNS_AT_MOST; run++) {
      String after = once(before);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return before;
  }

  private String once(String text) {
    String changed = text;
    for (Pair pair : pairs) {
      changed = pair.search().matcher(changed).replaceAll(pair.replace());
    }
    return changed;
  }
}
