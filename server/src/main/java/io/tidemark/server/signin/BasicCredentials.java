package io.tidemark.server.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An id and a secret by HTTP Basic, both written as in forms (RFC 6749, section 2.3.1).
 *
 * @param secret never shown
 */
record BasicCredentials(String id, String secret) {
  private static final String SCHEME = "Basic ";
  private static final int LONGEST = 512;

  /** What a header {@code Authorization} says; nothing when it says nothing of the kind. */
  static Optional<BasicCredentials> parse(@Nullable String header) {
    if (header == null
        || header.length() > LONGEST
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
      return parts.length == 2
          ? OAuthForm.decoded(parts[0])
              .flatMap(id -> OAuthForm.decoded(parts[1]).map(it -> new BasicCredentials(id, it)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "BasicCredentials";
  }
}
