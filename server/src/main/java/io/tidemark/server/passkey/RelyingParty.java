package io.tidemark.server.passkey;

import io.tidemark.server.ServerSettings;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The server as browsers and authenticators know it: what the operator says, never what a request
 * says. Thread-safe.
 */
@Component
public class RelyingParty {
  private final Optional<URI> named;
  private volatile int port;

  RelyingParty(ServerSettings settings) {
    this.named = settings.more().origin();
    this.port = settings.port();
  }

  @EventListener
  void listens(ServletWebServerInitializedEvent event) {
    port = event.getWebServer().getPort();
  }

  /** The address of its pages, without a path. */
  public URI origin() {
    return named.orElseGet(() -> URI.create("https://localhost:" + port));
  }

  /** The name that authenticators bind a passkey to. */
  public String id() {
    return origin().getHost();
  }
}
