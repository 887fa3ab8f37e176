package io.tidemark.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The insurer's OpenID Connect provider.
 *
 * @param issuer its name, an address with TLS; what it says of itself lies below
 * @param clientId what it calls this server
 * @param clientSecret what this server shows it; never printed
 * @param authority certificates that vouch for it (PEM), or nothing for those of the system
 * @param strength how people must have proved there who they are
 */
public record ProviderSettings(
    URI issuer, String clientId, String clientSecret, Optional<Path> authority, Strength strength) {
  /** Checks the address. */
  public ProviderSettings {
    if (!"https".equals(issuer.getScheme()) || issuer.getHost() == null) {
      throw new IllegalArgumentException("a provider's address begins with https://");
    }
  }

  /**
   * How people must have proved at the provider who they are.
   *
   * @param acr one of these authentication contexts, in the provider's words; where there is none,
   *     the methods that the token names must be of two kinds
   * @param age at most so long ago, from a minute to a day
   */
  public record Strength(List<String> acr, Duration age) {
    /** Two factors, within the hour. */
    public static final Strength USUAL = new Strength(List.of(), Duration.ofHours(1));

    /** Copies the list, refuses another age. */
    public Strength {
      acr = List.copyOf(acr);
      if (age.compareTo(Duration.ofMinutes(1)) < 0 || age.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException("the age lies between a minute and a day");
      }
    }
  }

  @Override
  public String toString() {
    return "ProviderSettings[" + issuer + "]";
  }
}
