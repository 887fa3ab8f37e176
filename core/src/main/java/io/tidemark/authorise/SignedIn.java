package io.tidemark.authorise;

import io.tidemark.ledger.Journal;
import io.tidemark.terms.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody has a session from now on.
 *
 * @param person who
 * @param session SHA-256 of the session's token
 * @param shown what was shown beside the name
 * @param sealedKey the person's signing key, sealed under the token; a system has none
 * @param at when
 * @param until the session's absolute end
 * @param ends SHA-256 of the token of a session that was still held and ends with it
 */
public record SignedIn(
    String person,
    Digest session,
    Shown shown,
    Optional<byte[]> sealedKey,
    Instant at,
    Instant until,
    Optional<Digest> ends)
    implements Journal.Consequence {
  /** What was shown, as far as it has to count still when the session is recorded. */
  public sealed interface Shown permits Second, ClientSecret, ClientCertificate, Subject {
    /** What entries and lists of sessions call it. */
    String word();
  }

  /** What is shown beside a password. */
  public sealed interface Second extends Shown permits Code, Passkey {}

  /**
   * A one-time code, with a password.
   *
   * @param step its time step; neither it nor an earlier one counts again
   */
  public record Code(long step) implements Second {
    @Override
    public String word() {
      return "code";
    }
  }

  /**
   * A passkey, with a password.
   *
   * @param registration the entry that registered it
   * @param counter how often it has signed now; zero where its authenticator does not count
   */
  public record Passkey(long registration, long counter) implements Second {
    @Override
    public String word() {
      return "passkey";
    }
  }

  /**
   * A system's secret.
   *
   * @param secret its SHA-256
   */
  public record ClientSecret(Digest secret) implements Shown {
    @Override
    public String word() {
      return "client-secret";
    }
  }

  /**
   * A system's certificate, whose key TLS has shown to be the caller's.
   *
   * @param fingerprint its SHA-256; the session counts only for whoever shows it
   */
  public record ClientCertificate(Digest fingerprint) implements Shown {
    @Override
    public String word() {
      return "certificate";
    }
  }

  /**
   * What the insurer's provider calls the person, as its signed token says.
   *
   * @param issuer the provider's name, an address
   */
  public record Subject(String issuer, String subject) implements Shown {
    @Override
    public String word() {
      return "provider";
    }
  }

  /** What was shown was used by another sign-in at the same moment, or taken back. */
  public static final class NoLongerCounts extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
