package io.tidemark.server.partner;

import io.tidemark.server.ServerSettings;
import io.tidemark.server.http.WriteOnce;
import io.tidemark.server.tls.Certificate;
import io.tidemark.server.tls.Suites;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.OptionalInt;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The port of partners' systems: each connection needs a client certificate. Staff's port asks for
 * none, so that no browser ever does.
 */
@Component
public class PartnerConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final String MARK = "io.tidemark.partner";
  private static final int MOST_HEADERS = 16 << 10;
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int KEPT_OPEN_MILLIS = 60_000;
  private static final int THREADS = 32;

  private final ServerSettings settings;
  private final Certificate certificate;
  private @Nullable Connector connector;

  /** Opens the port that the settings name, if they name one. */
  public PartnerConnector(ServerSettings settings, Certificate certificate) {
    this.settings = settings;
    this.certificate = certificate;
  }

  /** Whether a request came in by this port. */
  static boolean carried(HttpServletRequest request) {
    return request.getAttribute(MARK) != null;
  }

  /** Where it listens; nothing when it does not. */
  public OptionalInt port() {
    Connector open = connector;
    return open == null ? OptionalInt.empty() : OptionalInt.of(open.getLocalPort());
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (settings.more().partnerPort().isEmpty()) {
      return;
    }
    Connector own = new Connector(Http11NioProtocol.class.getName());
    own.setPort(settings.more().partnerPort().getAsInt());
    own.setScheme("https");
    own.setSecure(true);
    Http11NioProtocol protocol = (Http11NioProtocol) own.getProtocolHandler();
    protocol.setAddress(address());
    protocol.setSSLEnabled(true);
    protocol.setMaxHttpRequestHeaderSize(MOST_HEADERS);
    protocol.setConnectionTimeout(TIMEOUT_MILLIS);
    protocol.setKeepAliveTimeout(KEPT_OPEN_MILLIS);
    protocol.setMaxSwallowSize(WriteOnce.LARGEST);
    protocol.setMaxThreads(THREADS);
    own.setMaxPostSize(0);
    own.addSslHostConfig(mutual());
    factory.addAdditionalConnectors(own);
    factory.addEngineValves(new Mark(own));
    connector = own;
  }

  private SSLHostConfig mutual() {
    SSLHostConfig tls = new SSLHostConfig();
    tls.setProtocols(String.join(",", Suites.PROTOCOLS));
    tls.setCiphers(String.join(":", Suites.CIPHERS));
    tls.setHonorCipherOrder(true);
    tls.setCertificateVerification("required");
    tls.setTrustManagerClassName(ProvenKey.class.getName());
    SSLHostConfigCertificate own =
        new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
    own.setCertificateFile(certificate.chain().toString());
    own.setCertificateKeyFile(certificate.key().toString());
    tls.addCertificate(own);
    return tls;
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(settings.host());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("no such address: " + settings.host(), e);
    }
  }

  /** Marks the requests of this port; a caller cannot set a request's attributes. */
  private static final class Mark extends ValveBase {
    private final Connector own;

    Mark(Connector own) {
      super(true);
      this.own = own;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      if (request.getConnector() == own) {
        request.setAttribute(MARK, Boolean.TRUE);
      }
      getNext().invoke(request, response);
    }
  }
}
