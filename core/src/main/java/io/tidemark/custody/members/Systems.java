package io.tidemark.custody.members;

import io.tidemark.authorise.Act;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.SecretToken;
import io.tidemark.authorise.SystemAdmitted;
import io.tidemark.authorise.SystemCertificateRevoked;
import io.tidemark.authorise.SystemCertified;
import io.tidemark.authorise.SystemShutOut;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.authorise.partner.PartnerChain;
import io.tidemark.authorise.partner.Unfit;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.Register;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Letting other systems of the insurer in, and shutting them out. Admitting is set-up; whoever may
 * take something back may shut a system out. Thread-safe.
 *
 * @param register where it is recorded
 */
public record Systems(Register register) {
  /**
   * Gives a system of the chain a secret; an earlier one and its sessions no longer count.
   *
   * @return the secret, to be given to the system alone; it is kept nowhere
   */
  public Recorded<SecretToken> admit(Actor actor, Person system) {
    check(system);
    if (!actor.may(Act.SET_UP)) {
      return register.notYourDuty(actor, Act.SET_UP);
    }
    SecretToken secret = SecretToken.draw();
    Receipt receipt =
        register
            .journal()
            .record(
                register.begin("system-admitted", actor).line("system", system.id()).build(),
                new SystemAdmitted(system.id(), secret.digest()));
    return new Recorded.Done<>(secret, receipt);
  }

  /**
   * Lets a system sign in with a certificate of its own, whoever issued it.
   *
   * @param file the certificate, PEM or DER
   */
  public Recorded<CertificateFacts> trust(Actor actor, Person system, byte[] file) {
    check(system);
    if (!actor.may(Act.SET_UP)) {
      return register.notYourDuty(actor, Act.SET_UP);
    }
    CertificateFacts facts;
    try {
      X509Certificate certificate = PartnerChain.read(file);
      Optional<Refusal> unfit = PartnerChain.reasonAgainst(certificate);
      if (unfit.isPresent()) {
        return register.refused(actor, Act.SET_UP, unfit.get());
      }
      facts = CertificateFacts.of(certificate);
    } catch (Unfit e) {
      return register.refused(actor, Act.SET_UP, e.refusal());
    }
    Entry entry =
        register
            .begin("system-certificate", actor)
            .line("system", system.id())
            .line("fingerprint", facts.fingerprint())
            .line("serial", facts.serial())
            .line("until", facts.until())
            .build();
    try {
      Receipt receipt = register.journal().record(entry, new SystemCertified(system.id(), facts));
      return new Recorded.Done<>(facts, receipt);
    } catch (SystemCertified.Taken e) {
      return register.refused(
          actor,
          Act.SET_UP,
          Refusal.of(
              "certificate-taken",
              "此证书已登记，或已吊销：请用新的密钥和证书",
              "this certificate is registered already, or was revoked: take a new key and"
                  + " certificate"));
    }
  }

  /** Revokes a certificate of a system: it and the sessions that it began end on every node. */
  public Recorded<Digest> revoke(Actor actor, Person system, Digest fingerprint) {
    check(system);
    if (!actor.may(Act.REVOKE)) {
      return register.notYourDuty(actor, Act.REVOKE);
    }
    try {
      Receipt receipt =
          register
              .journal()
              .record(
                  register
                      .begin("system-certificate-revocation", actor)
                      .line("system", system.id())
                      .line("fingerprint", fingerprint)
                      .build(),
                  new SystemCertificateRevoked(system.id(), fingerprint, register.now()));
      return new Recorded.Done<>(fingerprint, receipt);
    } catch (SystemCertificateRevoked.NoSuch e) {
      return register.refused(
          actor,
          Act.REVOKE,
          Refusal.of("no-such-certificate", "此系统没有这张证书", "the system has no such certificate"));
    }
  }

  /** Ends a system's secret, certificates and all of its sessions, on every node. */
  public Recorded<Person> shutOut(Actor actor, Person system) {
    check(system);
    if (!actor.may(Act.REVOKE)) {
      return register.notYourDuty(actor, Act.REVOKE);
    }
    Receipt receipt =
        register
            .journal()
            .record(
                register.begin("system-shut-out", actor).line("system", system.id()).build(),
                new SystemShutOut(system.id()));
    return new Recorded.Done<>(system, receipt);
  }

  private static void check(Person system) {
    if (!system.isSystem()) {
      throw new IllegalArgumentException("people have accounts, not secrets of systems");
    }
  }
}
