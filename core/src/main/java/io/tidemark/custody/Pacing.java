package io.tidemark.custody;

import io.tidemark.authorise.LookUps;
import io.tidemark.terms.Refusal;
import java.time.Instant;
import java.util.Optional;

/** How often somebody looks people up, over all nodes. Thread-safe. */
public interface Pacing {
  /** Why somebody has to wait. */
  enum Limit {
    LOCKED(
        "look-ups-locked",
        "查询落空次数过多，暂停查询",
        "too many look-ups showed nobody: looking up is locked for a while"),
    PER_HOUR("look-ups-per-hour", "本小时查询次数已满", "the look-ups of this hour are used up"),
    PER_DAY("look-ups-per-day", "24 小时内查询次数已满", "the look-ups of 24 hours are used up");

    private final String rule;
    private final String zh;
    private final String en;

    Limit(String rule, String zh, String en) {
      this.rule = rule;
      this.zh = zh;
      this.en = en;
    }

    /** What the person is told. */
    Refusal refusal() {
      return Refusal.of(rule, zh, en);
    }
  }

  /**
   * The answer to somebody who wants to look.
   *
   * @param limit why not now; empty when it may be done
   * @param until when it may be tried again; where it may be done, until when the person is locked
   *     if it shows nobody, or now for not at all
   */
  record Turn(Optional<Limit> limit, Instant until) {}

  /**
   * Counts a look-up, as one that shows nobody: before it is looked at, so that many at the same
   * moment are no way around a limit.
   */
  Turn begin(String person, LookUps.Pace pace, Instant now);

  /** A look-up that was counted did show somebody, or had been done before: it is no miss. */
  void forgive(String person, LookUps.Pace pace);
}
