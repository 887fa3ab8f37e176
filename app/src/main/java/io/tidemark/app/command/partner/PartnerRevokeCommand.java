package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Reason;
import io.tidemark.app.command.Refusals;
import io.tidemark.custody.Recorded;
import io.tidemark.store.register.Partners;
import io.tidemark.terms.Digest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Revokes a certificate. */
@Command(
    name = "revoke",
    description = {
      "吊销一张证书（序列号，或 SHA-256 指纹；外部 CA 用其指纹）：所有节点在下一个请求起即拒绝。",
      "Revokes a certificate (by serial, or by SHA-256 fingerprint; an outside authority by its own): every node refuses it from the next request on."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark partner revoke 4f2a90c1d37be86512ab --why '私钥遗失' --as liu.min"
    })
public final class PartnerRevokeCommand extends PartnerWork {
  @Parameters(
      paramLabel = "SERIAL|FINGERPRINT",
      description = {"见 partner list。", "See partner list."})
  private String name = "";

  @Mixin private final Reason reason = new Reason();

  @Override
  protected Answer work() throws Exception {
    String why = reason.said();
    try (Session session = open()) {
      Digest fingerprint = fingerprint(session.home().partners());
      Recorded.Done<Digest> end =
          Refusals.orStop(partnering(session).revoke(session.actor(), fingerprint, why));
      return Answer.builder()
          .field("fingerprint", fingerprint.toString())
          .field("entry", end.receipt().index())
          .say("已吊销 " + fingerprint + "，立即生效", "revoked " + fingerprint + ", from now on")
          .build();
    }
  }

  private Digest fingerprint(Partners partners) {
    String hex = name.toLowerCase(java.util.Locale.ROOT).replace(":", "");
    if (hex.matches("[0-9a-f]{64}")) {
      return Digest.parse(hex);
    }
    Optional<Partners.Known> issued = partners.issued(hex.replaceFirst("^0+", ""));
    return issued
        .map(known -> known.facts().fingerprint())
        .orElseThrow(
            () ->
                Stop.usage(
                    "没有签发过序列号 " + name + "；外部证书请用 SHA-256 指纹",
                    "no certificate was issued under serial "
                        + name
                        + "; name others by their SHA-256"));
  }
}
