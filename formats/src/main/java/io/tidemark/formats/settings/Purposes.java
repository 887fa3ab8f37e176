package io.tidemark.formats.settings;

import java.util.Optional;
import java.util.Set;

/** References to purposes. */
final class Purposes {
  private Purposes() {}

  /** The id of one of these purposes of the policy. */
  static Optional<String> known(Set<String> purposes, Value value) {
    String all = String.join(", ", purposes);
    return value.named(
        id -> purposes.contains(id) ? Optional.of(id) : Optional.empty(),
        "目的；可用：" + all,
        "purpose; there are: " + all);
  }
}
