package io.tidemark.server.partner;

import io.tidemark.server.ServerSettings;
import io.tidemark.server.http.MutualPort;
import io.tidemark.server.tls.Certificate;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The port of partners' systems, where each connection needs a client certificate. */
@Component
public class PartnerConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final String MARK = "io.tidemark.partner";

  private final OptionalInt wanted;
  private final MutualPort port;

  /** Opens the port that the settings name, if they name one. */
  public PartnerConnector(ServerSettings settings, Certificate certificate) {
    this.wanted = settings.more().partnerPort();
    this.port = new MutualPort(MARK, settings, certificate);
  }

  /** Whether a request came in by this port. */
  static boolean carried(HttpServletRequest request) {
    return MutualPort.carried(request, MARK);
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
