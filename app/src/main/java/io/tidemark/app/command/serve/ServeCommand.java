package io.tidemark.app.command.serve;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Outward;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.app.scan.PictureFiles;
import io.tidemark.authorise.Act;
import io.tidemark.formats.scan.Finders;
import io.tidemark.server.Server;
import io.tidemark.server.ServerSettings;
import io.tidemark.server.ServerSettings.More;
import io.tidemark.server.WebhookSettings;
import io.tidemark.server.tls.Certificate;
import io.tidemark.server.tls.OwnCertificate;
import io.tidemark.server.webhook.Reachable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the home over HTTPS. */
@Command(
    name = "serve",
    description = {
      "以 HTTPS 提供服务，直到收到 SIGTERM 或 Ctrl-C：不再接新请求，做完已开始的再结束。",
      "Serves the home over HTTPS until SIGTERM or Ctrl-C: takes no new requests then, finishes those that have begun, and ends."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark serve",
      "  ./tidemark serve --partner-port 9443 --system-port 9444",
      "  ./tidemark serve --sip udp:10.1.2.9:5060 --sip-trunk 10.1.2.0/28 --sip-route sip:10.1.2.3:5060",
      "  ./tidemark serve --host 0.0.0.0 --port 443 --certificate server.crt --certificate-key server.key --origin https://tidemark.example.cn",
      "  ./tidemark serve --oidc-issuer https://id.example.com --oidc-client-id tidemark --oidc-client-secret-file oidc.secret"
    })
public final class ServeCommand extends Work {
  private static final int HIGHEST_PORT = 65_535;
  private static final int HTTPS_PORT = 443;

  /** Names of hosts whose last part is no number, so no IP address. */
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)*[a-z]([a-z0-9-]*[a-z0-9])?");

  @Option(
      names = "--port",
      defaultValue = "8443",
      paramLabel = "N",
      description = {"端口（默认 8443；0 为任一空闲端口）。", "The port (default 8443; 0 for a free one)."})
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = {"监听的地址（默认只限本机）。", "The address to listen on (default: this machine only)."})
  private String host = "127.0.0.1";

  @Option(
      names = "--certificate",
      paramLabel = "PEM",
      description = {
        "自己的证书（默认：首次启动时生成，存放于 HOME/tls）。",
        "One's own certificate (default: made at the first start, kept in HOME/tls)."
      })
  private @Nullable Path certificate;

  @Option(
      names = "--certificate-key",
      paramLabel = "PEM",
      description = {"证书的私钥（PKCS #8，无口令）。", "Its private key (PKCS #8, without a passphrase)."})
  private @Nullable Path key;

  @Option(
      names = "--traces",
      paramLabel = "URL",
      description = {
        "把 OpenTelemetry 链路数据（OTLP over HTTP）发往该地址（https；本机可用 http）；不含任何个人信息。",
        "Sends OpenTelemetry traces (OTLP over HTTP) there (https; http to this machine); no personal value is in them."
      })
  private @Nullable String traces;

  @Option(
      names = "--partner-port",
      paramLabel = "N",
      description = {
        "合作方系统的端口，须出示客户端证书（默认不开；0 为任一空闲端口）。",
        "The port of partners' systems, by client certificate (default: none; 0 for a free one)."
      })
  private @Nullable Integer partnerPort;

  @Option(
      names = "--system-port",
      paramLabel = "N",
      description = {
        "其他系统凭客户端证书登录的端口（默认不开；0 为任一空闲端口）。",
        "The port of other systems that sign in with a certificate (default: none; 0 for a free one)."
      })
  private @Nullable Integer systemPort;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      description = {
        "浏览器访问本服务所用的地址，通行密钥只对它有效；改变其中的主机名会使已登记的通行密钥失效（默认 https://localhost:端口）。",
        "The address by which browsers reach the server: passkeys are for it, and another name in it ends those that are registered (default: https://localhost and the port)."
      })
  private @Nullable String origin;

  @Option(
      names = "--webhook-network",
      paramLabel = "CIDR",
      description = {
        "合作方 webhook 可在的非公网网段，可多次给出（默认只投递到公网地址）。",
        "A network beside the public ones in which partners' webhooks may be; can be given several times"
            + " (default: none)."
      })
  private List<String> webhookNetworks = new ArrayList<>();

  @Option(
      names = "--webhook-ca",
      paramLabel = "PEM",
      description = {
        "为 webhook 作证的 CA 证书（默认：系统信任的）。",
        "Certificates that vouch for webhooks (default: those that the system trusts)."
      })
  private @Nullable Path webhookCa;

  @ArgGroup(exclusive = false)
  private @Nullable OidcOptions oidc;

  @ArgGroup(exclusive = false)
  private @Nullable SipOptions sip;

  private boolean ended;

  @Override
  protected Answer work() throws Exception {
    inRange("--port", port);
    if (partnerPort != null) {
      inRange("--partner-port", partnerPort);
    }
    if (systemPort != null) {
      inRange("--system-port", systemPort);
    }
    Optional<Certificate> own = own();
    ServerSettings plain = settings(own);
    if (sip != null) {
      sip.check();
    }
    Session session = open();
    try {
      Refusals.unlessMay(session, Act.SET_UP);
      ServerSettings settings = withTelephone(plain, session);
      // Held until the process ends; its networks are loaded when the first picture comes.
      PictureFiles pictures = new PictureFiles(Finders.usual().everything(), 1);
      Server server = Server.start(session.home(), settings, Optional.of(pictures));
      session.home().keepUntilClosed();
      Thread atEnd = new Thread(() -> end(server, session), "tidemark-serve-ends");
      Runtime.getRuntime().addShutdownHook(atEnd);
      return answer(server, session);
    } catch (Exception e) {
      session.close();
      throw e;
    }
  }

  private ServerSettings withTelephone(ServerSettings plain, Session session) throws IOException {
    if (sip == null) {
      return plain;
    }
    SipOptions.Own certificate =
        () ->
            plain.certificate().isPresent()
                ? plain.certificate().get()
                : OwnCertificate.in(session.home().folder().path(), plain.clock());
    return plain.with(plain.more().withTelephone(sip.settings(certificate)));
  }

  private static URI collector(String traces) {
    try {
      URI url = new URI(traces);
      Outward.check("--traces", url, "采集器可在本机转发。", "A collector on this machine can pass them on.");
      return url;
    } catch (URISyntaxException e) {
      throw Stop.usage(
          "--traces 应为网址，如 https://collector.example.com/v1/traces",
          "--traces is an address, such as https://collector.example.com/v1/traces");
    }
  }

  private static URI origin(String given) {
    try {
      URI url = new URI(given);
      String host = url.getHost();
      if ("https".equals(url.getScheme())
          && host != null
          && NAME.matcher(host).matches()
          && given.equals("https://" + url.getRawAuthority())
          && url.getRawUserInfo() == null
          && url.getPort() != HTTPS_PORT) {
        return url;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw Stop.usage(
        "--origin 应为浏览器所见的 https 地址，主机名用小写域名（不能是 IP 地址），无路径，443 端口省略，如 https://tidemark.example.cn:8443",
        "--origin is the https address as browsers show it: a name in lower case, no IP address, no path, port 443 left out, such as https://tidemark.example.cn:8443");
  }

  private static void inRange(String option, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw Stop.usage(option + " 应在 0 到 65535 之间", option + " lies between 0 and 65535");
    }
  }

  private ServerSettings settings(Optional<Certificate> own) throws IOException {
    More more = More.NONE;
    if (traces != null) {
      more = more.withTraces(collector(traces));
    }
    if (partnerPort != null) {
      more = more.withPartnerPort(partnerPort);
    }
    if (systemPort != null) {
      more = more.withSystemPort(systemPort);
    }
    if (origin != null) {
      more = more.withOrigin(origin(origin));
    }
    if (oidc != null) {
      more = more.withProvider(oidc.settings());
    }
    return ServerSettings.usual(host, port, own, terminal()::note)
        .with(more.withWebhooks(webhooks()));
  }

  private WebhookSettings webhooks() {
    if (webhookCa != null && !Files.isReadable(webhookCa)) {
      throw Stop.usage("无法读取 " + webhookCa, "cannot read " + webhookCa);
    }
    try {
      new Reachable(webhookNetworks);
    } catch (IllegalArgumentException e) {
      throw Stop.usage(
          "--webhook-network 应为网段，如 10.20.0.0/16",
          "--webhook-network is a network, such as 10.20.0.0/16");
    }
    return new WebhookSettings(
        webhookNetworks, Optional.ofNullable(webhookCa).map(Path::toAbsolutePath));
  }

  private Optional<Certificate> own() {
    if ((certificate == null) != (key == null)) {
      throw Stop.usage(
          "--certificate 与 --certificate-key 要一起给出",
          "--certificate and --certificate-key belong together");
    }
    if (certificate == null || key == null) {
      return Optional.empty();
    }
    for (Path file : new Path[] {certificate, key}) {
      if (!Files.isReadable(file)) {
        throw Stop.usage("无法读取 " + file, "cannot read " + file);
      }
    }
    return Optional.of(new Certificate(certificate.toAbsolutePath(), key.toAbsolutePath()));
  }

  private Answer answer(Server server, Session session) throws IOException {
    String fingerprint = server.certificate().fingerprint();
    String openapi = server.url() + "/openapi.json";
    Answer.Builder answer = Answer.builder();
    server.partnerUrl().ifPresent(own -> answer.say("合作方系统：" + own, "partners' systems: " + own));
    server
        .systemUrl()
        .ifPresent(own -> answer.say("其他系统（凭证书）：" + own, "other systems, by certificate: " + own));
    if (sip != null) {
      answer.say("电话（SIP）：" + sip.where(), "calls over SIP: " + sip.where());
    }
    return answer
        .field("url", server.url().toString())
        .field("partner_url", server.partnerUrl().map(Object::toString).orElse(null))
        .field("system_url", server.systemUrl().map(Object::toString).orElse(null))
        .field("sip", sip == null ? null : sip.where())
        .field("certificate", server.certificate().chain().toString())
        .field("fingerprint", fingerprint)
        .field("origin", server.origin().toString())
        .field("openapi", openapi)
        .say("服务地址：" + server.url(), "serving at: " + server.url())
        .say("证书：" + server.certificate().chain(), "certificate: " + server.certificate().chain())
        .say("证书指纹 SHA-256：" + fingerprint, "its SHA-256 fingerprint: " + fingerprint)
        .say("通行密钥用于：" + server.origin(), "passkeys are for: " + server.origin())
        .say("接口说明：" + openapi, "the API: " + openapi)
        .say(
            "邀请人员开户：./tidemark people invite PERSON；按 Ctrl-C 停止",
            "invite people: ./tidemark people invite PERSON; stop with Ctrl-C")
        .then(
            () -> {
              try {
                server.awaitEnd();
              } finally {
                end(server, session);
              }
            })
        .build();
  }

  /** The server first, so that what it records is still taken. Whoever comes second waits. */
  private synchronized void end(Server server, Session session) {
    server.close();
    if (!ended) {
      ended = true;
      try {
        session.close();
      } catch (IOException e) {
        // the next command publishes what is recorded
      }
    }
  }
}
