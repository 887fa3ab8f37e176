package io.tidemark.disclose.alias;

import io.tidemark.terms.Refusal;

/** The pool has too few free numbers for a copy. Nothing of this step was recorded. */
public final class AliasesShort extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int missing;

  /** So many numbers are missing, at least 1. */
  public AliasesShort(int missing) {
    super("the pool of alias numbers lacks " + missing);
    this.missing = missing;
  }

  /** The refusal that says so. */
  public Refusal refusal() {
    return refusal(missing);
  }

  /** The refusal of a copy for which so many numbers are missing. */
  public static Refusal refusal(int missing) {
    return Refusal.of(
        "alias-numbers-short",
        "别名号码不足，还缺 " + missing + " 个；什么也没有提供（用 aliases pool add 补充）",
        "the pool of alias numbers lacks "
            + missing
            + ": nothing was given (aliases pool add brings more)");
  }
}
