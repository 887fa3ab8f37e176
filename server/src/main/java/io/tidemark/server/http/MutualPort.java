package io.tidemark.server.http;

import io.tidemark.server.ServerSettings;
import io.tidemark.server.tls.Certificate;
import io.tidemark.server.tls.ProvenKey;
import io.tidemark.server.tls.Suites;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/**
 * A port beside staff's on which each connection needs a client certificate: TLS shows that the
 * caller has its key, and whose it is, is asked of the database. Staff's port asks for none, so
 * that no browser ever does.
 */
public final class MutualPort {
  /** How many requests one connection carries before it is closed, on every port. */
  public static final int MOST_REQUESTS = 10_000;

  private static final String CHAIN = "jakarta.servlet.request.X509Certificate";
  private static final int MOST_HEADERS = 16 << 10;
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int KEPT_OPEN_MILLIS = 60_000;
  private static final int THREADS = 32;

  private final String mark;
  private final ServerSettings settings;
  private final Certificate certificate;
  private @Nullable Connector connector;

  /**
   * A port that is not open yet.
   *
   * @param mark what its requests are told from others by
   * @param certificate the server's own
   */
  public MutualPort(String mark, ServerSettings settings, Certificate certificate) {
    this.mark = mark;
    this.settings = settings;
    this.certificate = certificate;
  }

  /** Where it listens; nothing when it does not. */
  public OptionalInt port() {
    Connector open = connector;
    return open == null ? OptionalInt.empty() : OptionalInt.of(open.getLocalPort());
  }

  /** Whether a request came in by the port of this mark. */
  public static boolean carried(HttpServletRequest request, String mark) {
    return request.getAttribute(mark) != null;
  }

  /** The chain that the caller's connection has shown, its own certificate first. */
  public static Optional<List<X509Certificate>> shown(HttpServletRequest request) {
    return request.getAttribute(CHAIN) instanceof X509Certificate[] chain && chain.length > 0
        ? Optional.of(Arrays.asList(chain))
        : Optional.empty();
  }

  /** Has the web server listen there as well. */
  public void open(int port, TomcatServletWebServerFactory factory) {
    Connector own = new Connector(Http11NioProtocol.class.getName());
    own.setPort(port);
    own.setScheme("https");
    own.setSecure(true);
    Http11NioProtocol protocol = (Http11NioProtocol) own.getProtocolHandler();
    protocol.setAddress(address());
    protocol.setSSLEnabled(true);
    protocol.setMaxHttpRequestHeaderSize(MOST_HEADERS);
    protocol.setConnectionTimeout(TIMEOUT_MILLIS);
    protocol.setKeepAliveTimeout(KEPT_OPEN_MILLIS);
    protocol.setMaxKeepAliveRequests(MOST_REQUESTS);
    protocol.setMaxSwallowSize(WriteOnce.LARGEST);
    protocol.setMaxThreads(THREADS);
    own.setMaxPostSize(0);
    own.addSslHostConfig(mutual());
    factory.addAdditionalConnectors(own);
    factory.addEngineValves(new Mark(own, mark));
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
    private final String mark;

    Mark(Connector own, String mark) {
      super(true);
      this.own = own;
      this.mark = mark;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      if (request.getConnector() == own) {
        request.setAttribute(mark, Boolean.TRUE);
      }
      getNext().invoke(request, response);
    }
  }
}
