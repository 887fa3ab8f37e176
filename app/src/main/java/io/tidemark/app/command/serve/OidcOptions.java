package io.tidemark.app.command.serve;

import io.tidemark.app.Stop;
import io.tidemark.server.ProviderSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The insurer's OpenID Connect provider, as options. */
final class OidcOptions {
  @Option(
      names = "--oidc-issuer",
      required = true,
      paramLabel = "URL",
      description = {
        "保险公司的 OpenID Connect 提供方（issuer）。",
        "The insurer's OpenID Connect provider (issuer)."
      })
  private @Nullable String issuer;

  @Option(
      names = "--oidc-client-id",
      required = true,
      paramLabel = "ID",
      description = {"提供方给本服务的编号。", "What the provider calls this server."})
  private @Nullable String clientId;

  @Option(
      names = "--oidc-client-secret-file",
      required = true,
      paramLabel = "FILE",
      description = {"存放客户端密钥的文件（一行）。", "The file with the client's secret (one line)."})
  private @Nullable Path secretFile;

  @Option(
      names = "--oidc-ca",
      paramLabel = "PEM",
      description = {
        "为提供方作证的证书（默认：系统信任的）。",
        "Certificates that vouch for the provider (default: those that the system trusts)."
      })
  private @Nullable Path authority;

  @Option(
      names = "--oidc-acr",
      split = ",",
      paramLabel = "VALUE",
      description = {
        "要求登录强度（acr）为其中之一，如 phr；不写则要求令牌的 amr 表明用了两种因素。",
        "The sign-in must have one of these strengths (acr), such as phr; where it is left out, the"
            + " token's amr must name two factors."
      })
  private List<String> acr = List.of();

  @Option(
      names = "--oidc-max-age",
      defaultValue = "60",
      paramLabel = "MINUTES",
      description = {
        "在提供方登录至多多少分钟之前，1 到 1440（默认 60）。",
        "At most so many minutes after signing in there, 1 to 1440 (default 60)."
      })
  private int maxAge;

  private ProviderSettings.Strength strength() {
    if (acr.stream().anyMatch(value -> !value.matches("[!-~]{1,100}"))) {
      throw Stop.usage(
          "--oidc-acr 的值为 1 到 100 个可见 ASCII 字符",
          "a value of --oidc-acr has 1 to 100 visible ASCII characters");
    }
    try {
      return new ProviderSettings.Strength(acr, Duration.ofMinutes(maxAge));
    } catch (IllegalArgumentException e) {
      throw Stop.usage(
          "--oidc-max-age 应在 1 到 1440 分钟之间", "--oidc-max-age lies between 1 and 1440 minutes");
    }
  }

  ProviderSettings settings() throws IOException {
    Path file = java.util.Objects.requireNonNull(secretFile);
    if (!Files.isReadable(file)) {
      throw Stop.usage("无法读取 " + file, "cannot read " + file);
    }
    if (authority != null && !Files.isReadable(authority)) {
      throw Stop.usage("无法读取 " + authority, "cannot read " + authority);
    }
    String secret = Files.readString(file).strip();
    ProviderSettings.Strength strength = strength();
    try {
      return new ProviderSettings(
          URI.create(String.valueOf(issuer)),
          String.valueOf(clientId),
          secret,
          Optional.ofNullable(authority).map(Path::toAbsolutePath),
          strength);
    } catch (IllegalArgumentException e) {
      throw Stop.usage(
          "--oidc-issuer 应是以 https:// 开头的地址",
          "--oidc-issuer is an address that begins with https://");
    }
  }
}
