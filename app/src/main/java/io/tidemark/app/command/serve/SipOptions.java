package io.tidemark.app.command.serve;

import io.tidemark.app.Stop;
import io.tidemark.server.telephone.TrunkCertificates;
import io.tidemark.server.tls.Certificate;
import io.tidemark.telephone.Listening;
import io.tidemark.telephone.Network;
import io.tidemark.telephone.Route;
import io.tidemark.telephone.TelephoneSettings;
import io.tidemark.telephone.TelephoneSettings.Encryption;
import io.tidemark.telephone.TelephoneSettings.Limits;
import io.tidemark.telephone.TelephoneSettings.Mode;
import io.tidemark.telephone.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Calls to alias numbers over SIP, as options. */
final class SipOptions {
  private static final int MOST_CALLS = 10_000;

  @Option(
      names = "--sip",
      required = true,
      paramLabel = "ADDRESS",
      description = {
        "接听别名号码来电的 SIP 地址，每种传输一个：udp:10.1.2.9:5060、tcp:…、tls:…（默认不接听）。",
        "Where calls to alias numbers come in over SIP, one for each transport: udp:10.1.2.9:5060,"
            + " tcp:…, tls:… (default: none)."
      })
  private List<String> listening = new ArrayList<>();

  @Option(
      names = "--sip-trunk",
      required = true,
      paramLabel = "CIDR",
      description = {
        "运营商中继的地址或网段，可多次给出；其他来源一律不应答。",
        "An address or network of the operator's trunk; can be given several times. Nobody else is"
            + " answered."
      })
  private List<String> trunk = new ArrayList<>();

  @Option(
      names = "--sip-route",
      required = true,
      paramLabel = "[LINE=]URI",
      description = {
        "来电转往客户的路由，可按号码池的线路分别给出：sip:10.1.2.3:5060、cmcc-01=sip:10.1.2.3;transport=tcp。",
        "Where calls go on to people, for all lines or for one line of the pool:"
            + " sip:10.1.2.3:5060, cmcc-01=sip:10.1.2.3;transport=tcp."
      })
  private List<String> routes = new ArrayList<>();

  @Option(
      names = "--sip-mode",
      defaultValue = "bridge",
      paramLabel = "MODE",
      description = {
        "bridge：由本服务另行呼叫客户并接通，双方互不知号码（默认）；redirect：以 302 把客户号码告诉运营商。",
        "bridge: the person is called by a call of our own, and neither side learns the other's"
            + " number (default); redirect: the operator is told the number by 302."
      })
  private String mode = "bridge";

  @Option(
      names = "--sip-announcement",
      paramLabel = "URI",
      description = {
        "呼叫不能接通时播放提示音的地址，如 sip:closed@10.1.2.3（默认：以 480 拒绝）。",
        "Where callers hear that a call goes nowhere, such as sip:closed@10.1.2.3 (default: 480)."
      })
  private @Nullable String announcement;

  @Option(
      names = "--sip-rate",
      defaultValue = "200",
      paramLabel = "N",
      description = {
        "每个中继地址每秒最多接受的呼叫数（默认 200）；超出的以 503 拒绝。",
        "Calls a second that are taken of one address (default 200); others hear 503."
      })
  private int rate;

  @Option(
      names = "--sip-ca",
      paramLabel = "PEM",
      description = {
        "为运营商证书作证的 CA（用 tls 时必需，双向认证）。",
        "Who vouches for the operator's certificate (needed for tls, which is mutual)."
      })
  private @Nullable Path authority;

  /** Refuses what does not fit together, before a home is opened. */
  void check() throws IOException {
    settings(() -> new Encryption(SSLContext.getInstance("TLS"), List.of(), List.of()));
  }

  /**
   * The settings.
   *
   * @param own the server's certificate, shown to the operator where TLS is used
   */
  TelephoneSettings settings(Own own) throws IOException {
    return settings(
        () ->
            TrunkCertificates.of(
                own.certificate(), Objects.requireNonNull(authority).toAbsolutePath()));
  }

  /** Gives the encryption. */
  private interface Encrypting {
    Encryption encryption() throws IOException, NoSuchAlgorithmException;
  }

  private TelephoneSettings settings(Encrypting tls) throws IOException {
    if (rate < 1 || rate > MOST_CALLS) {
      throw Stop.usage("--sip-rate 应在 1 到 10000 之间", "--sip-rate lies between 1 and 10000");
    }
    List<Listening> at =
        listening.stream()
            .map(
                one ->
                    read(
                        Listening::of,
                        one,
                        "--sip 应为传输、本机地址与端口，如 udp:10.1.2.9:5060，不能用 0.0.0.0",
                        "--sip is a transport, an address of this machine and a port, such as"
                            + " udp:10.1.2.9:5060; 0.0.0.0 is none"))
            .toList();
    boolean encrypted = at.stream().anyMatch(one -> one.transport() == Transport.TLS);
    if (encrypted && (authority == null || !Files.isReadable(authority))) {
      throw Stop.usage("tls 需要可读的 --sip-ca 文件", "tls needs --sip-ca, a file that can be read");
    }
    try {
      return new TelephoneSettings(
          at,
          trunk.stream().map(SipOptions::network).toList(),
          routes(),
          mode(),
          Optional.ofNullable(announcement),
          encrypted ? Optional.of(tls.encryption()) : Optional.empty(),
          Limits.USUAL.withCalls(rate));
    } catch (IllegalArgumentException | IllegalStateException | NoSuchAlgorithmException e) {
      throw Stop.usage(
          "--sip 各项不相配：每种传输一个 --sip；路由的传输要有对应的 --sip，其地址在 --sip-trunk 之内；"
              + "--sip-announcement 形如 sip:closed@10.1.2.3；证书为 PEM",
          "the --sip options do not fit together: one --sip for each transport; a route's transport"
              + " has a --sip and its address is of --sip-trunk; --sip-announcement is such as"
              + " sip:closed@10.1.2.3; certificates are PEM");
    }
  }

  /** Where calls come in. */
  String where() {
    return String.join(" ", listening);
  }

  /** Gives the server's certificate. */
  interface Own {
    Certificate certificate() throws IOException;
  }

  private static Network network(String given) {
    return read(
        Network::of,
        given,
        "--sip-trunk 应为地址或网段，如 10.1.2.0/28",
        "--sip-trunk is an address or a network, such as 10.1.2.0/28");
  }

  private Map<String, Route> routes() {
    Map<String, Route> named = new HashMap<>();
    for (String one : routes) {
      int sign = one.startsWith("sip:") ? -1 : one.indexOf('=');
      String line = sign < 0 ? TelephoneSettings.ANY_LINE : one.substring(0, sign);
      named.put(
          line,
          read(
              Route::of,
              one.substring(sign + 1),
              "--sip-route 应如 sip:10.1.2.3:5060;transport=udp（IP 地址）",
              "--sip-route is such as sip:10.1.2.3:5060;transport=udp (an IP address)"));
    }
    return named;
  }

  private Mode mode() {
    try {
      return Mode.valueOf(mode.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Stop.usage("--sip-mode 应为 bridge 或 redirect", "--sip-mode is bridge or redirect");
    }
  }

  private static <T> T read(Function<String, T> reader, String given, String zh, String en) {
    try {
      return reader.apply(given);
    } catch (IllegalArgumentException e) {
      throw Stop.usage(zh, en);
    }
  }
}
