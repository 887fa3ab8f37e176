package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.authorise.partner.PartnerChain;
import io.tidemark.authorise.partner.Unfit;
import io.tidemark.custody.Recorded;
import io.tidemark.store.register.Partners;
import io.tidemark.terms.Digest;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trusts an outside authority, or one certificate, for a party alone. */
@Command(
    name = "trust",
    description = {
      "信任外部 CA（或钉住一张客户端证书），只为这一个合作方。",
      "Trusts an outside authority (or pins one client certificate), for this partner alone."
    },
    footer = {"", "例 / Example:", "  ./tidemark partner trust ag-0001 --ca agent-ca.crt"})
public final class PartnerTrustCommand extends PartnerWork {
  private static final long LARGEST = 1 << 16;

  @Mixin private final OfParty party = new OfParty();

  @Option(
      names = "--ca",
      required = true,
      paramLabel = "FILE",
      description = {
        "CA 证书或客户端证书（PEM 或 DER）。",
        "The authority's or the client's certificate (PEM or DER)."
      })
  private @Nullable Path file;

  @Override
  protected Answer work() throws Exception {
    byte[] certificate = read(Objects.requireNonNull(file), LARGEST);
    try (Session session = open()) {
      String who = party.in(session);
      unlessKnown(session.home().partners(), certificate);
      Recorded.Done<CertificateFacts> end =
          Refusals.orStop(partnering(session).trust(session.actor(), who, certificate));
      return certificate(who, end.what(), end.receipt().index())
          .say(
              "已信任，只为 " + who + "：" + end.what().fingerprint(),
              "trusted, for " + who + " alone: " + end.what().fingerprint())
          .build();
    }
  }

  /** What is trusted already is not trusted for somebody else as well. */
  private static void unlessKnown(Partners partners, byte[] certificate) {
    Digest fingerprint;
    try {
      fingerprint = CertificateFacts.fingerprint(PartnerChain.read(certificate));
    } catch (Unfit e) {
      return; // the flow says so, and records it
    }
    boolean known =
        partners.certificate(fingerprint).isPresent()
            || partners.trusts().stream()
                .anyMatch(trust -> trust.fingerprint().equals(fingerprint));
    if (known) {
      throw Stop.usage(
          "已信任过此证书，一张证书只属于一个合作方：" + fingerprint,
          "this certificate is trusted already, and for one partner only: " + fingerprint);
    }
  }
}
