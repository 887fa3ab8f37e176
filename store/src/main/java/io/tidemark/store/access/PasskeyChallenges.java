package io.tidemark.store.access;

import io.tidemark.terms.Digest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Challenges that passkeys are to sign: each is given back once, on any node. Thread-safe. */
public final class PasskeyChallenges {
  private final JdbcClient database;

  /** The table in this database. */
  public PasskeyChallenges(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /**
   * Keeps a challenge; an earlier one of the same holder no longer counts.
   *
   * @param holder SHA-256 of what only its asker has
   * @param until after this instant it does not count
   */
  public void keep(Digest holder, byte[] challenge, Instant until) {
    database
        .sql(
            "insert into passkey_challenge (holder, challenge, until) values (?, ?, ?)"
                + " on conflict (holder) do update"
                + " set challenge = excluded.challenge, until = excluded.until")
        .param(holder.bytes())
        .param(challenge)
        .param(until.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The challenge of this holder, given once. */
  public Optional<byte[]> take(Digest holder, Instant now) {
    return database
        .sql("delete from passkey_challenge where holder = ? and until > ? returning challenge")
        .param(holder.bytes())
        .param(now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  /** Forgets those that nobody answered. */
  public void sweep(Instant now) {
    database
        .sql("delete from passkey_challenge where until <= ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
