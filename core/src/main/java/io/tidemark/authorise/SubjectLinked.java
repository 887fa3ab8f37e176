package io.tidemark.authorise;

import io.tidemark.ledger.Journal;

/**
 * A person signs in at the insurer's provider as this subject from now on; an earlier subject and
 * all sessions of the person no longer count.
 *
 * @param person who
 * @param issuer the provider's name, an address
 * @param subject what the provider calls the person
 */
public record SubjectLinked(String person, String issuer, String subject)
    implements Journal.Consequence {
  /** The subject is another person's. Nothing was done. */
  public static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
