package io.tidemark.store.register;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.NoLongerAllowed;
import io.tidemark.authorise.Overtaken;
import io.tidemark.authorise.partner.BookChanged;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.authorise.partner.CertificateRevoked;
import io.tidemark.authorise.partner.OutsideCaTrusted;
import io.tidemark.authorise.partner.PartnerCaMade;
import io.tidemark.authorise.partner.PartnerCertified;
import io.tidemark.authorise.partner.PartnerRefused;
import io.tidemark.authorise.partner.PartnerResumed;
import io.tidemark.authorise.partner.PartnerSuspended;
import io.tidemark.store.journal.Changes;
import io.tidemark.terms.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What happens to partners, within the transactions of its entries. */
final class PartnerChanges {
  private PartnerChanges() {}

  static Changes in(Changes changes) {
    return changes
        .with(PartnerCaMade.class, PartnerChanges::authority)
        .with(PartnerCertified.class, PartnerChanges::certified)
        .with(OutsideCaTrusted.class, PartnerChanges::trusted)
        .with(CertificateRevoked.class, PartnerChanges::revoked)
        .with(PartnerSuspended.class, PartnerChanges::suspended)
        .with(PartnerResumed.class, PartnerChanges::resumed)
        .with(PartnerRefused.class, PartnerChanges::refused)
        .with(BookChanged.class, PartnerChanges::people);
  }

  /** A suspended partner is given nothing, whatever was decided before this transaction. */
  static void hold(Connection connection, String actor) throws SQLException {
    Optional<String> party = Actor.partnerOf(actor);
    if (party.isEmpty()) {
      return;
    }
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from partner_suspension where party = ?")) {
      select.setString(1, party.get());
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          throw new NoLongerAllowed(
              Refusal.of("partner-suspended", "贵方的接入已暂停", "your access is suspended"));
        }
      }
    }
  }

  private static void authority(Connection connection, long index, PartnerCaMade made)
      throws SQLException {
    once(
        "partner ca",
        Sql.run(
            connection,
            "insert into partner_ca (number, certificate, sealed_key, entry) values (1, ?, ?, ?)"
                + " on conflict do nothing",
            made.certificate(),
            made.sealedKey(),
            index));
  }

  private static void certified(Connection connection, long index, PartnerCertified certified)
      throws SQLException {
    CertificateFacts facts = certified.facts();
    once(
        facts.serial(),
        Sql.run(
            connection,
            "insert into partner_certificate (fingerprint, party, serial, own, starts, ends, entry)"
                + " values (?, ?, ?, ?::boolean, ?, ?, ?) on conflict do nothing",
            facts.fingerprint().bytes(),
            certified.party(),
            facts.serial(),
            certified.issuedHere(),
            at(facts.from()),
            at(facts.until()),
            index));
  }

  private static void trusted(Connection connection, long index, OutsideCaTrusted trusted)
      throws SQLException {
    once(
        trusted.facts().serial(),
        Sql.run(
            connection,
            "insert into partner_trust (fingerprint, party, certificate, ends, entry)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing",
            trusted.facts().fingerprint().bytes(),
            trusted.party(),
            trusted.certificate(),
            at(trusted.facts().until()),
            index));
  }

  private static void revoked(Connection connection, long index, CertificateRevoked revoked)
      throws SQLException {
    Sql.run(
        connection,
        "insert into certificate_revocation (fingerprint, at, entry) values (?, ?, ?)"
            + " on conflict do nothing",
        revoked.fingerprint().bytes(),
        at(revoked.at()),
        index);
  }

  private static void suspended(Connection connection, long index, PartnerSuspended suspended)
      throws SQLException {
    Sql.run(
        connection,
        "insert into partner_suspension (party, since, entry) values (?, ?, ?)"
            + " on conflict do nothing",
        suspended.party(),
        at(suspended.at()),
        index);
  }

  private static void resumed(Connection connection, long index, PartnerResumed resumed)
      throws SQLException {
    Sql.run(connection, "delete from partner_suspension where party = ?", resumed.party());
  }

  private static void refused(Connection connection, long index, PartnerRefused refused)
      throws SQLException {
    Sql.run(
        connection,
        "insert into partner_refusal (party, rule, at, entry) values (?, ?, ?, ?)",
        refused.party(),
        refused.rule(),
        at(refused.at()),
        index);
  }

  private static void people(Connection connection, long index, BookChanged book)
      throws SQLException {
    byte[] after = Bitmaps.bytes(book.after());
    int count = book.after().getCardinality();
    once(
        book.party(),
        book.before().isEmpty()
            ? Sql.run(
                connection,
                "insert into partner_people (party, records, people, entry) values (?, ?, ?, ?)"
                    + " on conflict (party) do update set records = excluded.records,"
                    + " people = excluded.people, entry = excluded.entry where partner_people.people = 0",
                book.party(),
                after,
                count,
                index)
            : Sql.run(
                connection,
                "update partner_people set records = ?, people = ?, entry = ?"
                    + " where party = ? and records = ?",
                after,
                count,
                index,
                book.party(),
                Bitmaps.bytes(book.before())));
  }

  /** Somebody else was first with it, or moved what this was made from. */
  private static void once(String what, int rows) {
    if (rows != 1) {
      throw new Overtaken(what);
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
