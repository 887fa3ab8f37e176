package io.tidemark.authorise.approval;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody's duty to approve, lent to another person. It is not lent on.
 *
 * @param from whose duty it is
 * @param to who may speak for that person
 * @param until the last day, in China
 * @param since when it was given
 */
public record Delegation(String from, String to, LocalDate until, Instant since) {
  /** Whether it holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return !day.isAfter(until);
  }
}
