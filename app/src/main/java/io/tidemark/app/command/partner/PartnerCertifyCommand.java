package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.authorise.partner.CertificateRequest;
import io.tidemark.authorise.partner.PartnerCa;
import io.tidemark.authorise.partner.PartnerChain;
import io.tidemark.custody.Recorded;
import io.tidemark.store.register.Partners;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Certifies the key of a partner's system. */
@Command(
    name = "certify",
    description = {
      "为合作方系统的密钥签发客户端证书；首次使用时建立自己的小型 CA。请求须用它自己的私钥签名，名称由本系统填写。",
      "Issues a client certificate for the key of a partner's system; makes the home's own small authority when first used. The request has to be signed with its own key; the name in it is ours to say."
    },
    footer = {
      "",
      "例 / Example:",
      "  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout agent.key -subj /CN=agent -out agent.csr",
      "  ./tidemark partner certify ag-0001 --csr agent.csr --out agent.crt"
    })
public final class PartnerCertifyCommand extends PartnerWork {
  @Mixin private final OfParty party = new OfParty();

  @Option(
      names = "--csr",
      required = true,
      paramLabel = "FILE",
      description = {
        "证书请求（PKCS #10，PEM；P-256、P-384、Ed25519 或 3072 位及以上的 RSA）。",
        "The request (PKCS #10, PEM; P-256, P-384, Ed25519, or RSA of 3072 bits or more)."
      })
  private @Nullable Path request;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = {"证书写到哪里（PEM，连同签发者）。", "Where the certificate goes (PEM, with its issuer's)."})
  private @Nullable Path out;

  @Option(
      names = "--days",
      defaultValue = "90",
      paramLabel = "N",
      description = {"几天内有效（1 到 397，默认 90）。", "For how many days it holds (1 to 397, default 90)."})
  private int days;

  @Override
  protected Answer work() throws Exception {
    Path file = Objects.requireNonNull(out);
    if (days < 1 || days > PartnerCa.LONGEST.toDays()) {
      throw Stop.usage("--days 应在 1 到 397 之间", "--days lies between 1 and 397");
    }
    if (Files.exists(file)) {
      throw Stop.usage(
          "文件已存在，不会覆盖：" + file, "the file exists already and is not overwritten: " + file);
    }
    byte[] asked = read(Objects.requireNonNull(request), CertificateRequest.LARGEST);
    try (Session session = open()) {
      String who = party.in(session);
      Partners partners = session.home().partners();
      Recorded.Done<X509Certificate> end =
          Refusals.orStop(
              partnering(session)
                  .certify(
                      session.actor(),
                      who,
                      asked,
                      Duration.ofDays(days),
                      partners.authority(),
                      session.home().origin()));
      X509Certificate issuer = PartnerCa.certificate(partners.authority().orElseThrow());
      Files.writeString(
          file, new PartnerChain(List.of(end.what(), issuer)).pem(), StandardOpenOption.CREATE_NEW);
      CertificateFacts facts = CertificateFacts.of(end.what());
      return certificate(who, facts, end.receipt().index())
          .field("file", file.toAbsolutePath().toString())
          .say(
              who + " 的证书（序列号 " + facts.serial() + "，至 " + facts.until() + "）已写入 " + file,
              "the certificate of "
                  + who
                  + " (serial "
                  + facts.serial()
                  + ", until "
                  + facts.until()
                  + ") is in "
                  + file)
          .build();
    }
  }
}
