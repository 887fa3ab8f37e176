package io.tidemark.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an OAuth request says in its body; the container reads no forms. A parameter without a value
 * is as if left out (RFC 6749, section 3.2).
 */
final class OAuthForm {
  private static final String TYPE = "application/x-www-form-urlencoded";

  private final Map<String, String> values;

  private OAuthForm(Map<String, String> values) {
    this.values = values;
  }

  /** The form of a request; nothing when there is none, or a parameter stands in it twice. */
  static Optional<OAuthForm> of(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(TYPE)) {
      return Optional.empty();
    }
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> values = new HashMap<>();
    for (String parameter : body.split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      if (parts.length == 2 && !parts[1].isEmpty()) {
        Optional<String> name = decoded(parts[0]);
        Optional<String> value = decoded(parts[1]);
        if (name.isEmpty() || value.isEmpty() || values.put(name.get(), value.get()) != null) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new OAuthForm(values));
  }

  /** A text as forms write it; nothing when it is not so written. */
  static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The value of a parameter. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public String toString() {
    return "OAuthForm";
  }
}
