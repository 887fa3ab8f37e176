package io.tidemark.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The insurer's OpenID Connect provider.
 *
 * @param issuer its name, an address with TLS; what it says of itself lies below
 * @param clientId what it calls this server
 * @param clientSecret what this server shows it; never printed
 * @param authority certificates that vouch for it (PEM), or nothing for those of the system
 */
public record ProviderSettings(
    URI issuer, String clientId, String clientSecret, Optional<Path> authority) {
  /** Checks the address. */
  public ProviderSettings {
    if (!"https".equals(issuer.getScheme()) || issuer.getHost() == null) {
      throw new IllegalArgumentException("a provider's address begins with https://");
    }
  }

  @Override
  public String toString() {
    return "ProviderSettings[" + issuer + "]";
  }
}
