package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import java.time.Instant;

/**
 * A person can sign in with one more passkey from now on.
 *
 * @param person who
 * @param name what the person calls it
 * @param credential the id that the authenticator gave it
 * @param attested what the authenticator said of it: its model, the id and the public key
 *     (attestedCredentialData of WebAuthn)
 * @param counter how often it had signed
 * @param backup whether its authenticator may copy it to other devices
 * @param at when
 */
public record PasskeyRegistered(
    String person,
    String name,
    byte[] credential,
    byte[] attested,
    long counter,
    boolean backup,
    Instant at)
    implements Journal.Consequence {
  /** The most passkeys of a person. */
  public static final int MOST = 10;

  /**
   * Somebody has this passkey already, or the person has as many as one may have, or no account any
   * more. Nothing was done.
   */
  public static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
