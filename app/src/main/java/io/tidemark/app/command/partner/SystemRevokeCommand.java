package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.members.Systems;
import io.tidemark.terms.Digest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Revokes a certificate of a system. */
@Command(
    name = "revoke",
    description = {
      "吊销一个系统的一张证书：它与凭它开始的会话立即作废，所有节点同时生效，且不能再登记。",
      "Revokes a certificate of a system: it and the sessions that it began end at once, on every node, and it cannot be registered again."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark system revoke renewal-app $(openssl x509 -in app.crt -noout -fingerprint -sha256 | cut -d= -f2)"
    })
public final class SystemRevokeCommand extends Work {
  @Parameters(
      index = "0",
      paramLabel = "SYSTEM",
      description = {"chain.yaml 中的编号。", "Its id in chain.yaml."})
  private @Nullable String system;

  @Parameters(
      index = "1",
      paramLabel = "FINGERPRINT",
      description = {
        "证书的 SHA-256 指纹（system trust 的回答中有）。",
        "The certificate's SHA-256 (system trust answered it)."
      })
  private String name = "";

  @Override
  protected Answer work() throws Exception {
    String id = Objects.requireNonNull(system);
    String hex = name.toLowerCase(Locale.ROOT).replace(":", "");
    if (!hex.matches("[0-9a-f]{64}")) {
      throw Stop.usage(
          "指纹应为 64 个十六进制字符（SHA-256）", "a fingerprint has 64 hexadecimal characters (SHA-256)");
    }
    try (Session session = open()) {
      Recorded.Done<Digest> end =
          Refusals.orStop(
              new Systems(session.register())
                  .revoke(session.actor(), SystemCommand.member(session, id), Digest.parse(hex)));
      return Answer.builder()
          .field("system", id)
          .field("fingerprint", hex)
          .field("entry", end.receipt().index())
          .say("已吊销 " + hex + "，立即生效", "revoked " + hex + ", from now on")
          .build();
    }
  }
}
