package io.tidemark.store.register;

import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.authorise.partner.PartnerCaMade;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Partners' certificates, suspensions and own people, asked of the database each time: what was
 * revoked or suspended is so on every node. Thread-safe.
 */
public final class Partners {
  /** How exactly the last use is noted. */
  public static final Duration NOTED = Duration.ofSeconds(30);

  private static final String KNOWN =
      "select c.party, c.fingerprint, c.serial, c.own, c.starts, c.ends,"
          + " exists (select 1 from certificate_revocation r where r.fingerprint = c.fingerprint) as revoked,"
          + " exists (select 1 from partner_suspension s where s.party = c.party) as suspended,"
          + " exists (select 1 from party p where p.id = c.party) as listed"
          + " from partner_certificate c where ";

  private final JdbcClient database;

  /** The tables in this database. */
  public Partners(DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** Adds the changes of this register to the book. */
  public static Changes in(Changes changes) {
    return PartnerChanges.in(changes);
  }

  /**
   * A single certificate.
   *
   * @param issuedHere whether the home's own authority issued it
   * @param suspended whether its party is
   * @param listed whether the chain has its party
   */
  public record Known(
      String party,
      CertificateFacts facts,
      boolean issuedHere,
      boolean revoked,
      boolean suspended,
      boolean listed) {}

  /** An outside authority that is trusted for one party; {@code certificate} is DER. */
  public record Trust(
      String party, Digest fingerprint, byte[] certificate, Instant until, boolean revoked) {}

  /** The home's own authority, once there is one. */
  public Optional<PartnerCaMade> authority() {
    return database
        .sql("select certificate, sealed_key from partner_ca")
        .query((row, n) -> new PartnerCaMade(row.getBytes(1), row.getBytes(2)))
        .optional();
  }

  /** The certificate with this SHA-256. */
  public Optional<Known> certificate(Digest fingerprint) {
    return database
        .sql(KNOWN + "c.fingerprint = ?")
        .param(fingerprint.bytes())
        .query(Partners::known)
        .optional();
  }

  /** The certificate that the home's own authority issued under this serial number. */
  public Optional<Known> issued(String serial) {
    return database
        .sql(KNOWN + "c.own and c.serial = ?")
        .param(serial)
        .query(Partners::known)
        .optional();
  }

  /** The certificates of a party, the oldest first. */
  public List<Known> certificates(String party) {
    return database
        .sql(KNOWN + "c.party = ? order by c.entry")
        .param(party)
        .query(Partners::known)
        .list();
  }

  /** The outside authorities. */
  public List<Trust> trusts() {
    return database
        .sql(
            "select t.party, t.fingerprint, t.certificate, t.ends,"
                + " exists (select 1 from certificate_revocation r where r.fingerprint = t.fingerprint)"
                + " from partner_trust t order by t.entry")
        .query(
            (row, n) ->
                new Trust(
                    row.getString(1),
                    Digest.of(row.getBytes(2)),
                    row.getBytes(3),
                    instant(row, "ends"),
                    row.getBoolean(5)))
        .list();
  }

  /** Whether any of these certificates is revoked. */
  public boolean anyRevoked(Collection<Digest> fingerprints) {
    return database
        .sql("select exists (select 1 from certificate_revocation where fingerprint = any(?))")
        .param(fingerprints.stream().map(Digest::bytes).toArray(byte[][]::new))
        .query(Boolean.class)
        .single();
  }

  /** Whether a party is suspended. */
  public boolean suspended(String party) {
    return database
        .sql("select exists (select 1 from partner_suspension where party = ?)")
        .param(party)
        .query(Boolean.class)
        .single();
  }

  /** Whether the chain has the party. */
  public boolean inTheChain(String party) {
    return database
        .sql("select exists (select 1 from party where id = ?)")
        .param(party)
        .query(Boolean.class)
        .single();
  }

  /** Who is among a party's own people. */
  public RoaringBitmap people(String party) {
    return database
        .sql("select records from partner_people where party = ?")
        .param(party)
        .query((row, n) -> Bitmaps.set(row.getBytes(1)))
        .optional()
        .orElseGet(RoaringBitmap::new);
  }

  /** A partner's system was let in. */
  public void used(String party, Instant now) {
    database
        .sql(
            "insert into partner_use (party, used) values (?, ?)"
                + " on conflict (party) do update set used = excluded.used where partner_use.used < ?")
        .param(party)
        .param(at(now))
        .param(at(now.minus(NOTED)))
        .update();
  }

  /**
   * What is watched of a partner.
   *
   * @param people how many are among its own people
   * @param used when its system was last let in
   * @param refusals how many of its requests were refused since the instant that was asked for
   */
  public record Watched(
      String party, boolean suspended, int people, Optional<Instant> used, long refusals) {}

  /** Every party that has a certificate, an authority or people of its own. */
  public List<Watched> watched(Instant since) {
    return database
        .sql(
            "select p.party,"
                + " exists (select 1 from partner_suspension s where s.party = p.party) as suspended,"
                + " coalesce((select b.people from partner_people b where b.party = p.party), 0) as people,"
                + " (select u.used from partner_use u where u.party = p.party) as used,"
                + " (select count(*) from partner_refusal r where r.party = p.party and r.at >= ?) as refusals"
                + " from (select party from partner_certificate union select party from partner_trust"
                + " union select party from partner_people union select party from partner_suspension) p"
                + " order by p.party")
        .param(at(since))
        .query(
            (row, n) ->
                new Watched(
                    row.getString("party"),
                    row.getBoolean("suspended"),
                    row.getInt("people"),
                    Optional.ofNullable(row.getObject("used", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    row.getLong("refusals")))
        .list();
  }

  private static Known known(ResultSet row, int number) throws SQLException {
    return new Known(
        row.getString("party"),
        new CertificateFacts(
            Digest.of(row.getBytes("fingerprint")),
            row.getString("serial"),
            instant(row, "starts"),
            instant(row, "ends")),
        row.getBoolean("own"),
        row.getBoolean("revoked"),
        row.getBoolean("suspended"),
        row.getBoolean("listed"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
