package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/**
 * One session of a person ends.
 *
 * @param person whose
 * @param signIn the entry of the sign-in that began it
 */
public record SessionEnded(String person, long signIn) implements Journal.Consequence {
  /** The person has no such session. Nothing was done. */
  public static final class NoSuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
