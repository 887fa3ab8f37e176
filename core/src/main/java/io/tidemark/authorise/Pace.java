package io.tidemark.authorise;

/**
 * How often one person may ask about people, on all nodes together. Part of a {@link Policy}.
 *
 * @param perHour in an hour, at least 1
 * @param perDay in 24 hours, at least 1
 * @param misses so many within an hour that find nobody lock, at least 1
 * @param lockedMinutes for how long
 */
public record Pace(int perHour, int perDay, int misses, int lockedMinutes) {
  /** Refuses numbers below 1. */
  public Pace {
    if (Math.min(Math.min(perHour, perDay), Math.min(misses, lockedMinutes)) < 1) {
      throw new IllegalArgumentException("each limit of a pace is at least 1");
    }
  }
}
