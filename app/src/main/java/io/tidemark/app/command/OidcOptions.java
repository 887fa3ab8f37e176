package io.tidemark.app.command;

import io.tidemark.app.Stop;
import io.tidemark.server.ProviderSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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

  ProviderSettings settings() throws IOException {
    Path file = java.util.Objects.requireNonNull(secretFile);
    if (!Files.isReadable(file)) {
      throw Stop.usage("无法读取 " + file, "cannot read " + file);
    }
    if (authority != null && !Files.isReadable(authority)) {
      throw Stop.usage("无法读取 " + authority, "cannot read " + authority);
    }
    String secret = Files.readString(file).strip();
    try {
      return new ProviderSettings(
          URI.create(String.valueOf(issuer)),
          String.valueOf(clientId),
          secret,
          Optional.ofNullable(authority).map(Path::toAbsolutePath));
    } catch (IllegalArgumentException e) {
      throw Stop.usage(
          "--oidc-issuer 应是以 https:// 开头的地址",
          "--oidc-issuer is an address that begins with https://");
    }
  }
}
