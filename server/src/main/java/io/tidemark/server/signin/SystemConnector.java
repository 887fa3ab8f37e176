package io.tidemark.server.signin;

import io.tidemark.authorise.partner.CertificateFacts;
import io.tidemark.server.ServerSettings;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.MutualPort;
import io.tidemark.server.tls.Certificate;
import io.tidemark.terms.Digest;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The port of other systems that sign in with a certificate. What it carries is what staff's port
 * carries; only sessions that the shown certificate began count there, and they count nowhere else.
 */
@Component
public class SystemConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final String MARK = "io.tidemark.system";

  private final OptionalInt wanted;
  private final MutualPort port;

  /** Opens the port that the settings name, if they name one. */
  public SystemConnector(ServerSettings settings, Certificate certificate) {
    this.wanted = settings.more().systemPort();
    this.port = new MutualPort(MARK, settings, certificate);
  }

  /**
   * SHA-256 of the certificate that was shown to this port; nothing for a request of another port.
   */
  static Optional<Digest> certificate(HttpServletRequest request) {
    if (!MutualPort.carried(request, MARK)) {
      return Optional.empty();
    }
    X509Certificate own = MutualPort.shown(request).orElseThrow(() -> Halt.status(401)).get(0);
    return Optional.of(CertificateFacts.fingerprint(own));
  }

  /** Where it listens; nothing when it does not. */
  public OptionalInt port() {
    return port.port();
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    wanted.ifPresent(one -> port.open(one, factory));
  }
}
