package io.tidemark.store.access;

import io.tidemark.authorise.SystemAdmitted;
import io.tidemark.authorise.SystemCertificateRevoked;
import io.tidemark.authorise.SystemCertified;
import io.tidemark.authorise.SystemShutOut;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.store.journal.Changes;
import io.tidemark.store.register.Sql;
import io.tidemark.terms.Digest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets and certificates of systems of the chain. Thread-safe. */
public final class Systems {
  private final JdbcClient database;

  /** The table in this database. */
  public Systems(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return changes
        .with(SystemAdmitted.class, Systems::admit)
        .with(SystemCertified.class, Systems::certify)
        .with(SystemCertificateRevoked.class, Systems::revoke)
        .with(SystemShutOut.class, Systems::shutOut);
  }

  /** SHA-256 of the secret of a member of the chain that is a system still. */
  public Optional<Digest> secret(String system) {
    return database
        .sql(
            "select c.secret from client_secret c join actor a on a.id = c.system"
                + " where c.system = ? and 'SYSTEM' = any(a.duties)")
        .param(system)
        .query((row, n) -> Digest.of(row.getBytes(1)))
        .optional();
  }

  /**
   * When the certificate of a member of the chain that is a system still ends; nothing when it is
   * not this system's, or was revoked, there or among partners.
   */
  public Optional<Instant> certificateEnds(String system, Digest fingerprint, Instant now) {
    return database
        .sql(
            "select c.ends from system_certificate c join actor a on a.id = c.system"
                + " where c.system = ? and c.fingerprint = ? and c.starts <= ? and c.ends > ?"
                + " and 'SYSTEM' = any(a.duties) and not exists"
                + " (select from certificate_revocation r where r.fingerprint = c.fingerprint)")
        .param(system)
        .param(fingerprint.bytes())
        .param(now.atOffset(ZoneOffset.UTC))
        .param(now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  private static void certify(Connection connection, long index, SystemCertified certified)
      throws SQLException {
    CertificateFacts facts = certified.facts();
    int made =
        Sql.run(
            connection,
            "insert into system_certificate (fingerprint, system, serial, starts, ends, entry)"
                + " select ?, ?, ?, ?, ?, ? where not exists"
                + " (select from certificate_revocation where fingerprint = ?)"
                + " on conflict do nothing",
            facts.fingerprint().bytes(),
            certified.system(),
            facts.serial(),
            facts.from().atOffset(ZoneOffset.UTC),
            facts.until().atOffset(ZoneOffset.UTC),
            index,
            facts.fingerprint().bytes());
    if (made != 1) {
      throw new SystemCertified.Taken();
    }
  }

  private static void revoke(Connection connection, long index, SystemCertificateRevoked revoked)
      throws SQLException {
    byte[] fingerprint = revoked.fingerprint().bytes();
    String sql = "delete from system_certificate where system = ? and fingerprint = ?";
    if (Sql.run(connection, sql, revoked.system(), fingerprint) != 1) {
      throw new SystemCertificateRevoked.NoSuch();
    }
    Sql.run(connection, "delete from session where certificate = ?", fingerprint);
    Sql.run(
        connection,
        "insert into certificate_revocation (fingerprint, at, entry) values (?, ?, ?)"
            + " on conflict do nothing",
        fingerprint,
        revoked.at().atOffset(ZoneOffset.UTC),
        index);
  }

  private static void admit(Connection connection, long index, SystemAdmitted admitted)
      throws SQLException {
    endSecret(connection, admitted.system());
    Sql.run(
        connection,
        "insert into client_secret (system, secret, entry) values (?, ?, ?)",
        admitted.system(),
        admitted.secret().bytes(),
        index);
  }

  private static void shutOut(Connection connection, long index, SystemShutOut out)
      throws SQLException {
    endSecret(connection, out.system());
    Sql.run(connection, "delete from system_certificate where system = ?", out.system());
  }

  /** All sessions end with it, those of certificates too. */
  private static void endSecret(Connection connection, String system) throws SQLException {
    Sql.run(connection, "delete from client_secret where system = ?", system);
    Sql.run(connection, "delete from session where person = ?", system);
  }
}
