package io.tidemark.server.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a webhook may be: {@code https}, a host, no user, no fragment. */
public final class WebhookAddress {
  private static final int LONGEST = 2_000;
  private static final int HIGHEST_PORT = 65_535;

  private WebhookAddress() {}

  /** The address, when it is one of this kind. */
  public static Optional<URI> parse(String typed) {
    try {
      URI url = new URI(typed);
      boolean right =
          typed.length() <= LONGEST
              && StandardCharsets.US_ASCII.newEncoder().canEncode(typed)
              && "https".equals(url.getScheme())
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null
              && url.getPort() != 0
              && url.getPort() <= HIGHEST_PORT;
      return right ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
