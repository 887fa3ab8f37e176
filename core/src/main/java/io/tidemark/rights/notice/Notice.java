package io.tidemark.rights.notice;

import io.tidemark.terms.Digest;
import io.tidemark.terms.NoticeId;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice to one party about one person, as it stands.
 *
 * @param purpose for which the data may be used no longer; nothing for all of them
 * @param since from when
 * @param due until when the party is to acknowledge it
 * @param entry the ledger's entry of what the person said, or of the erasure
 * @param box what it says of the party's copies, sealed; nothing once it has ended
 * @param told how the party was told; nothing before
 * @param acknowledged how the party acknowledged it; nothing before
 */
public record Notice(
    NoticeId id,
    String party,
    Cause cause,
    Optional<String> purpose,
    Instant since,
    Instant opened,
    Instant due,
    long entry,
    Optional<byte[]> box,
    Optional<Told> told,
    Optional<Acknowledged> acknowledged) {
  /** By which way a party was told. */
  public enum Way {
    /** It fetched its list. */
    LIST,
    /** Its webhook took it. */
    WEBHOOK
  }

  /**
   * The party was told.
   *
   * @param document SHA-256 of the signed document
   */
  public record Told(Instant at, Way way, Digest document) {}

  /**
   * The party said that it did as it was told.
   *
   * @param by what the ledger calls whoever said so: the party's system, or one of the staff
   * @param entry the ledger's entry of it
   */
  public record Acknowledged(Instant at, String by, long entry) {}

  /** Where a notice stands. */
  public enum State {
    /** The party was not told yet. */
    OPEN,
    /** The party was told. */
    TOLD,
    /** The time to acknowledge it is over. */
    LATE,
    /** The party acknowledged it. */
    ACKNOWLEDGED,
    /**
     * Nobody acknowledged it, and what it said is gone: by time, or since the person was erased.
     */
    ENDED
  }

  /** Where it stands at this time. */
  public State state(Instant now) {
    if (acknowledged.isPresent()) {
      return State.ACKNOWLEDGED;
    }
    if (box.isEmpty()) {
      return State.ENDED;
    }
    if (due.isBefore(now)) {
      return State.LATE;
    }
    return told.isPresent() ? State.TOLD : State.OPEN;
  }
}
