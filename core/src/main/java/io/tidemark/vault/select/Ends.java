package io.tidemark.vault.select;

import java.util.Optional;

/** The two ends of a range, both included, one of them perhaps open. */
final class Ends {
  private Ends() {}

  static <T extends Comparable<? super T>> void check(Optional<T> from, Optional<T> to) {
    if (from.isEmpty() && to.isEmpty()) {
      throw new IllegalArgumentException("a range has at least one end");
    }
    if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
      throw new IllegalArgumentException("a range runs forwards");
    }
  }

  static <T extends Comparable<? super T>> boolean within(
      T value, Optional<T> from, Optional<T> to) {
    return from.map(end -> value.compareTo(end) >= 0).orElse(true)
        && to.map(end -> value.compareTo(end) <= 0).orElse(true);
  }
}
