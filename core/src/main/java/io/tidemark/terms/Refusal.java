package io.tidemark.terms;

/**
 * An answer "no" with its reason. A refusal is a value, never an exception: it is shown to the one
 * who asked and recorded in the ledger.
 *
 * @param rule the short stable name of the rule that refuses, such as {@code no-grant}; goes into
 *     the ledger
 * @param reason the reason, without any personal value
 */
public record Refusal(String rule, Words reason) {
  /** A refusal in both languages. */
  public static Refusal of(String rule, String zh, String en) {
    return new Refusal(rule, new Words(zh, en));
  }

  /** The reason, with the rule's name. */
  public Words why() {
    return new Words(reason.zh() + "（规则 " + rule + "）", reason.en() + " (rule " + rule + ")");
  }
}
