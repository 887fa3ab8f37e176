package io.tidemark.trace;

import java.util.Locale;

/** What an inquiry says. */
public enum Verdict {
  /** The bound on accusing any innocent candidate holds. */
  NAMED,
  /** The posterior is at least 0.95. */
  PROBABLE,
  /** Several candidates explain the evidence equally. */
  CANNOT_SEPARATE,
  /** Too little was read. */
  INCONCLUSIVE;

  /** The name in JSON and in the ledger. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
