package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import java.time.Instant;

/**
 * A person has a session from now on.
 *
 * @param person who
 * @param session SHA-256 of the session's token
 * @param step the time step of the code that was shown; neither it nor an earlier one counts again
 * @param sealedKey the person's signing key, sealed under the token
 * @param at when
 * @param until the session's absolute end
 */
public record SignedIn(
    String person, Digest session, long step, byte[] sealedKey, Instant at, Instant until)
    implements Journal.Consequence {
  /** The code was used by another sign-in at the same moment. Nothing was done. */
  public static final class CodeSpent extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
