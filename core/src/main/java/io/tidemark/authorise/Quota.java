package io.tidemark.authorise;

import java.time.Duration;
import java.time.Instant;

/**
 * How many people in all may be released under a grant in a period that ends now. A person in two
 * lists counts twice.
 *
 * @param people at least 1
 * @param days how long the period is, at least 1
 */
public record Quota(int people, int days) {
  /** Refuses numbers below 1 with {@link IllegalArgumentException}. */
  public Quota {
    if (people < 1 || days < 1) {
      throw new IllegalArgumentException("a quota has at least one person and one day");
    }
  }

  /** When the period began that ends at {@code now}. */
  public Instant since(Instant now) {
    return now.minus(Duration.ofDays(days));
  }
}
