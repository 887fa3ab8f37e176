package io.tidemark.authorise;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of notices to those who hold a copy. Part of a {@link Policy}. Immutable.
 *
 * @param acknowledgeWithinDays how long a party has to acknowledge one, 1 to 365
 * @param keepDays how long one that nobody acknowledges is kept with what it says of the person, at
 *     least as long, at most 1,095
 */
public record NoticeTerms(int acknowledgeWithinDays, int keepDays) {
  /** Where a policy is silent. */
  public static final NoticeTerms USUAL = new NoticeTerms(15, 180);

  /** The longest time to acknowledge. */
  public static final int LONGEST = 365;

  /** The longest time that one is kept. */
  public static final int KEPT = 1_095;

  /** Refuses other numbers. */
  public NoticeTerms {
    if (!fits(acknowledgeWithinDays, keepDays)) {
      throw new IllegalArgumentException(
          "a notice has 1 to 365 days, and is kept as long at least");
    }
  }

  /** Whether these are possible. */
  public static boolean fits(int acknowledgeWithinDays, int keepDays) {
    return acknowledgeWithinDays >= 1
        && acknowledgeWithinDays <= LONGEST
        && keepDays >= acknowledgeWithinDays
        && keepDays <= KEPT;
  }

  /** Until when a notice of this moment is to be acknowledged. */
  public Instant due(Instant opened) {
    return opened.plus(Duration.ofDays(acknowledgeWithinDays));
  }

  /** Until when what a notice of this moment says is kept at the longest. */
  public Instant until(Instant opened) {
    return opened.plus(Duration.ofDays(keepDays));
  }
}
