package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.members.Systems;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a system sign in with a certificate of its own. */
@Command(
    name = "trust",
    description = {
      "登记一个系统的客户端证书（自签名或任何 CA 签发）：它在 --system-port 上凭证书换取令牌，令牌只对该证书有效。",
      "Registers a system's client certificate (its own signature or anybody's): at --system-port it gets tokens with it, which count only for that certificate."
    },
    footer = {
      "",
      "例 / Example:",
      "  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout app.key -out app.crt -days 90 -subj /CN=renewal-app -addext basicConstraints=critical,CA:FALSE",
      "  ./tidemark system trust renewal-app --certificate app.crt"
    })
public final class SystemTrustCommand extends Work {
  private static final long LARGEST = 1 << 16;

  @Parameters(
      paramLabel = "SYSTEM",
      description = {"chain.yaml 中的编号。", "Its id in chain.yaml."})
  private @Nullable String system;

  @Option(
      names = "--certificate",
      required = true,
      paramLabel = "FILE",
      description = {"客户端证书（PEM 或 DER）。", "The client certificate (PEM or DER)."})
  private @Nullable Path file;

  @Override
  protected Answer work() throws Exception {
    String id = Objects.requireNonNull(system);
    byte[] certificate = PartnerWork.read(Objects.requireNonNull(file), LARGEST);
    try (Session session = open()) {
      Recorded.Done<CertificateFacts> end =
          Refusals.orStop(
              new Systems(session.register())
                  .trust(session.actor(), SystemCommand.member(session, id), certificate));
      CertificateFacts facts = end.what();
      return Answer.builder()
          .field("system", id)
          .field("fingerprint", facts.fingerprint().toString())
          .field("serial", facts.serial())
          .field("until", facts.until().toString())
          .field("entry", end.receipt().index())
          .say(
              id + " 可凭此证书登录，至 " + facts.until() + "：" + facts.fingerprint(),
              id
                  + " signs in with this certificate until "
                  + facts.until()
                  + ": "
                  + facts.fingerprint())
          .say(
              "它在 serve --system-port 的端口换取十分钟的令牌：POST /oauth2/token"
                  + " grant_type=client_credentials&client_id="
                  + id,
              "it gets tokens for ten minutes at the port of serve --system-port: POST /oauth2/token"
                  + " grant_type=client_credentials&client_id="
                  + id)
          .build();
    }
  }
}
