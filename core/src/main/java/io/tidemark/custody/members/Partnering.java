package io.tidemark.custody.members;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.partner.BookChanged;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.authorise.partner.CertificateRequest;
import io.tidemark.authorise.partner.CertificateRevoked;
import io.tidemark.authorise.partner.OutsideCaTrusted;
import io.tidemark.authorise.partner.PartnerCa;
import io.tidemark.authorise.partner.PartnerCaMade;
import io.tidemark.authorise.partner.PartnerCertified;
import io.tidemark.authorise.partner.PartnerChain;
import io.tidemark.authorise.partner.PartnerResumed;
import io.tidemark.authorise.partner.PartnerSuspended;
import io.tidemark.authorise.partner.Unfit;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Journal;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import io.tidemark.vault.SecretBox;
import io.tidemark.vault.WrongKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Letting partners' systems in, and out: every step is an entry with its consequence. Thread-safe
 * when its signer is.
 *
 * @param register where it is recorded
 * @param box seals the key of the home's own authority
 * @param signer has whoever acts sign what is decided
 */
public record Partnering(Register register, SecretBox box, Function<Entry.Builder, Entry> signer) {
  private static final String KEY_NAME = "partner ca key";

  /**
   * Certifies the key of a request for a party, under the home's own authority.
   *
   * @param request PKCS #10, PEM
   * @param kept the authority; made now where there is none yet
   * @param origin the ledger's name
   */
  public Recorded<X509Certificate> certify(
      Actor actor,
      String party,
      byte[] request,
      Duration valid,
      Optional<PartnerCaMade> kept,
      String origin) {
    if (!actor.may(Act.SET_UP)) {
      return register.notYourDuty(actor, Act.SET_UP);
    }
    CertificateRequest checked;
    try {
      checked = CertificateRequest.parse(request);
    } catch (Unfit e) {
      return register.refused(actor, Act.SET_UP, e.refusal());
    }
    PartnerCa authority = kept.map(this::opened).orElseGet(() -> made(actor, origin));
    X509Certificate issued = authority.issue(checked, party, valid, register.now());
    CertificateFacts facts = CertificateFacts.of(issued);
    return done(
        issued,
        named(register.begin("partner-certificate", actor).line("party", party), facts)
            .line("issuer", "own"),
        new PartnerCertified(party, facts, true));
  }

  private PartnerCa opened(PartnerCaMade kept) {
    try {
      return PartnerCa.of(kept, box.open(kept.sealedKey(), KEY_NAME));
    } catch (WrongKey e) {
      throw new IllegalStateException("the authority's key was altered in the database", e);
    }
  }

  private PartnerCa made(Actor actor, String origin) {
    PartnerCa authority = PartnerCa.make(origin, register.now());
    register
        .journal()
        .record(
            signer.apply(
                named(
                    register.begin("partner-ca", actor),
                    CertificateFacts.of(authority.certificate()))),
            new PartnerCaMade(
                encoded(authority.certificate()), box.seal(authority.key(), KEY_NAME)));
    return authority;
  }

  /** Trusts an outside authority, or one certificate of somebody else's, for a party alone. */
  public Recorded<CertificateFacts> trust(Actor actor, String party, byte[] file) {
    if (!actor.may(Act.SET_UP)) {
      return register.notYourDuty(actor, Act.SET_UP);
    }
    X509Certificate certificate;
    try {
      certificate = PartnerChain.read(file);
    } catch (Unfit e) {
      return register.refused(actor, Act.SET_UP, e.refusal());
    }
    CertificateFacts facts = CertificateFacts.of(certificate);
    boolean authority = PartnerChain.isAuthority(certificate);
    Optional<Refusal> unfit =
        authority ? Optional.empty() : PartnerChain.reasonAgainst(certificate);
    if (unfit.isPresent()) {
      return register.refused(actor, Act.SET_UP, unfit.get());
    }
    return done(
        facts,
        named(register.begin("partner-trust", actor).line("party", party), facts)
            .line("what", authority ? "authority" : "certificate"),
        authority
            ? new OutsideCaTrusted(party, facts, encoded(certificate))
            : new PartnerCertified(party, facts, false));
  }

  /** Revokes a certificate: of a partner, or of an outside authority. */
  public Recorded<Digest> revoke(Actor actor, Digest fingerprint, String why) {
    if (!actor.may(Act.REVOKE)) {
      return register.notYourDuty(actor, Act.REVOKE);
    }
    return done(
        fingerprint,
        register
            .begin("partner-certificate-revocation", actor)
            .line("fingerprint", fingerprint)
            .line("reason-sha256", Digest.sha256(why)),
        new CertificateRevoked(fingerprint, register.now()));
  }

  /** Lets a party's system in nowhere from now on. */
  public Recorded<String> suspend(Actor actor, String party, String why) {
    if (!actor.may(Act.REVOKE)) {
      return register.notYourDuty(actor, Act.REVOKE);
    }
    return done(
        party,
        register
            .begin("partner-suspension", actor)
            .line("party", party)
            .line("reason-sha256", Digest.sha256(why)),
        new PartnerSuspended(party, register.now()));
  }

  /** Lets a suspended party's system in again; not for the operator, who could be the reason. */
  public Recorded<String> resume(Actor actor, String party) {
    if (!actor.may(Act.RESUME)) {
      return register.notYourDuty(actor, Act.RESUME);
    }
    return done(
        party,
        register.begin("partner-resumption", actor).line("party", party),
        new PartnerResumed(party));
  }

  /**
   * Says who is among a party's own people. It is as much as releasing a list of them under a
   * grant, and so for whoever may do that.
   */
  public Recorded<RoaringBitmap> people(
      Actor actor, String party, RoaringBitmap before, UnaryOperator<RoaringBitmap> change) {
    if (!actor.may(Act.RELEASE)) {
      return register.notYourDuty(actor, Act.RELEASE);
    }
    RoaringBitmap after = change.apply(before.clone());
    return done(
        after,
        register
            .begin("partner-people", actor)
            .line("party", party)
            .line("before", before.getCardinality())
            .line("people", after.getCardinality()),
        new BookChanged(party, before, after));
  }

  private <T> Recorded<T> done(T what, Entry.Builder entry, Journal.Consequence consequence) {
    Receipt receipt = register.journal().record(signer.apply(entry), consequence);
    return new Recorded.Done<>(what, receipt);
  }

  private static Entry.Builder named(Entry.Builder entry, CertificateFacts facts) {
    return entry
        .line("fingerprint", facts.fingerprint())
        .line("serial", facts.serial())
        .line("until", facts.until());
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
  }
}
