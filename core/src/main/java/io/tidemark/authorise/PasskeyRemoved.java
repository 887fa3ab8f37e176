package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/**
 * A passkey does not count any more.
 *
 * @param person whose it was
 * @param registration the entry that registered it
 */
public record PasskeyRemoved(String person, long registration) implements Journal.Consequence {
  /** The person has no such passkey. Nothing was done. */
  public static final class NoSuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
