package io.tidemark.evidence;

import io.tidemark.terms.Words;
import java.util.function.Supplier;

/**
 * One thing that was checked.
 *
 * @param name its short stable name
 * @param ok whether it holds
 * @param needed whether the bundle is only valid when it holds; the others tell how far the proof
 *     reaches
 * @param why what the check means and what was found
 */
public record Check(String name, boolean ok, boolean needed, Words why) {
  /** A forger's number that a computation stumbles over fails its check and hides no other. */
  static Check guarded(String name, Supplier<Check> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      return fails(name, "证据包中的数值无法计算", "the bundle holds something that cannot be computed with");
    }
  }

  static Check fails(String name, String zh, String en) {
    return new Check(name, false, true, new Words(zh, en));
  }

  /** A check that tells how far the proof reaches. */
  public static Check tells(String name, boolean ok, String zh, String en) {
    return new Check(name, ok, false, new Words(zh, en));
  }

  /** A needed check with its words for both ends. */
  public static Check of(String name, boolean ok, Words holds, Words fails) {
    return new Check(name, ok, true, ok ? holds : fails);
  }
}
