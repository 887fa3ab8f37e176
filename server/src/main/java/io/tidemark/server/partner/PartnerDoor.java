package io.tidemark.server.partner;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.authorise.partner.PartnerChain;
import io.tidemark.authorise.partner.Unfit;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Limits;
import io.tidemark.server.rules.Rules;
import io.tidemark.store.home.Home;
import io.tidemark.store.register.Partners;
import io.tidemark.terms.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Says whose system a certificate stands for, and lets it in while the certificate counts and its
 * party is not suspended. Strangers leave no entry, partners that are refused do, one a second.
 * Thread-safe.
 */
@Component
public class PartnerDoor {
  private final Partners partners;
  private final Rules rules;
  private final PartnerFigures figures;
  private final Clock clock;
  private final Limits refused = new Limits(1);
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();

  /** The door of this home. */
  public PartnerDoor(Home home, Rules rules, PartnerFigures figures, Clock clock) {
    this.partners = home.partners();
    this.rules = rules;
    this.figures = figures;
    this.clock = clock;
  }

  /** Lets the caller in; ends the request otherwise. */
  PartnerCaller letIn(PartnerChain chain) {
    Instant now = clock.instant();
    Standing standing = standing(chain, now).orElseThrow(PartnerDoor::unknown);
    Optional<Refusal> reason = reasonAgainst(standing, CertificateFacts.of(chain.own()), now);
    if (reason.isPresent()) {
      throw refused(standing.party(), reason.get());
    }
    note(standing.party(), now);
    return new PartnerCaller(standing.party(), chain);
  }

  /**
   * The last use is noted to the half minute: a write for each request would be a sync of its own.
   */
  private void note(String party, Instant now) {
    Instant before = noted.get(party);
    if (before == null || before.isBefore(now.minus(Partners.NOTED))) {
      noted.put(party, now);
      partners.used(party, now);
    }
  }

  /** Whether a caller who was let in would be let in again now. */
  boolean stillOpen(PartnerCaller caller) {
    Instant now = clock.instant();
    return standing(caller.chain(), now)
        .filter(standing -> standing.party().equals(caller.party()))
        .filter(standing -> reasonAgainst(standing, caller.certificate(), now).isEmpty())
        .isPresent();
  }

  /** What the database says of a chain. */
  private record Standing(String party, boolean revoked, boolean suspended) {}

  private Optional<Standing> standing(PartnerChain chain, Instant now) {
    Optional<Partners.Known> known =
        partners.certificate(CertificateFacts.fingerprint(chain.own()));
    return known.isPresent()
        ? known
            .filter(Partners.Known::listed)
            .map(one -> new Standing(one.party(), one.revoked(), one.suspended()))
        : outside(chain, now);
  }

  /**
   * A certificate that the home never saw, of an outside authority that it trusts. Where the
   * authorities of two parties both answer for it, one of them issued the other, and it is
   * nobody's.
   */
  private Optional<Standing> outside(PartnerChain chain, Instant now) {
    List<String> parties =
        partners.trusts().stream()
            .filter(trust -> !trust.revoked() && issued(trust, chain, now))
            .map(Partners.Trust::party)
            .filter(partners::inTheChain)
            .distinct()
            .toList();
    if (parties.size() != 1) {
      return Optional.empty();
    }
    boolean revoked =
        partners.anyRevoked(
            chain.certificates().stream().map(CertificateFacts::fingerprint).toList());
    return Optional.of(new Standing(parties.get(0), revoked, partners.suspended(parties.get(0))));
  }

  private static boolean issued(Partners.Trust trust, PartnerChain chain, Instant now) {
    try {
      return chain.issuedBy(PartnerChain.read(trust.certificate()), trust.party(), now);
    } catch (Unfit e) {
      throw new IllegalStateException("a trusted certificate was altered in the database", e);
    }
  }

  private static Optional<Refusal> reasonAgainst(
      Standing standing, CertificateFacts certificate, Instant now) {
    if (standing.suspended()) {
      return Optional.of(Refusal.of("partner-suspended", "贵方的接入已暂停", "your access is suspended"));
    }
    if (standing.revoked()) {
      return Optional.of(
          Refusal.of("certificate-revoked", "此证书已吊销", "this certificate is revoked"));
    }
    return certificate.holdsAt(now)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "certificate-expired",
                "此证书不在有效期内，请重新申请",
                "this certificate is not valid now: have a new one issued"));
  }

  private Halt refused(String party, Refusal refusal) {
    Actor actor = Actor.partner(party);
    refused.count(actor.id());
    figures.refused(party, refusal.rule());
    return rules.inForce().refused(actor, Act.RECEIVE, refusal);
  }

  private static Halt unknown() {
    return Halt.with(
        401,
        "unknown-certificate",
        "此证书不属于任何已登记的合作方",
        "this certificate is not one of a registered partner");
  }
}
