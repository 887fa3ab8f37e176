package io.tidemark.server.http;

import io.tidemark.server.ServerSettings;
import io.tidemark.server.tls.Certificate;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * By which names the server is known: those of its certificate, the address that it listens on,
 * this machine's own, and the operator's {@code --origin}. What a caller writes into {@code Host}
 * is believed only when it is one of them. Immutable.
 */
@Component
public final class Hosts {
  private final Set<String> names = new HashSet<>();
  private final Optional<URI> origin;

  /** The names of this server. */
  Hosts(ServerSettings settings, Certificate certificate) throws IOException {
    this.origin = settings.more().origin();
    Set.of("localhost", "127.0.0.1", "::1").forEach(this::add);
    add(settings.host());
    certificate.names().forEach(this::add);
    origin.map(URI::getHost).ifPresent(this::add);
  }

  private void add(String name) {
    names.add(canonical(name));
  }

  /** Whether the request names this server; the port does not matter. */
  boolean know(HttpServletRequest request) {
    String host = canonical(request.getServerName());
    int dot = host.indexOf('.');
    return names.contains(host) || (dot > 0 && names.contains("*" + host.substring(dot)));
  }

  /**
   * Where callers reach the server, without a path: the operator's word, or where the operator gave
   * none the known name by which this request came.
   */
  public URI origin(HttpServletRequest request) {
    return origin.orElseGet(
        () -> {
          int port = request.getServerPort();
          return URI.create("https://" + request.getServerName() + (port == 443 ? "" : ":" + port));
        });
  }

  private static String canonical(String name) {
    String bare = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    if (!bare.contains(":")) {
      return bare.toLowerCase(Locale.ROOT);
    }
    try {
      return InetAddress.getByName("[" + bare + "]").getHostAddress();
    } catch (UnknownHostException e) {
      return bare;
    }
  }
}
