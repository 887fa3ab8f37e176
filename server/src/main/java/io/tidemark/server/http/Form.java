package io.tidemark.server.http;

import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page's form. Its fields {@code anti-forgery} and {@code once} are the headers {@code
 * X-Tidemark-Anti-Forgery} and {@code Idempotency-Key} of this write, unless those came themselves.
 */
final class Form extends HttpServletRequestWrapper {
  private static final Map<String, String> FIELDS =
      Map.of("x-tidemark-anti-forgery", "anti-forgery", "idempotency-key", "once");

  private static final int MOST_FIELDS = 1_000;

  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  /** Ends the request when the form cannot be read. */
  Form(ReadBody body) {
    super(body);
    String text = new String(body.bytes(), StandardCharsets.US_ASCII);
    String[] pairs = text.isEmpty() ? new String[0] : text.split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) {
      throw Halt.status(413);
    }
    for (String pair : pairs) {
      int at = pair.indexOf('=');
      String name = decoded(at < 0 ? pair : pair.substring(0, at));
      fields
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(at < 0 ? "" : decoded(pair.substring(at + 1)));
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Halt.status(400);
    }
  }

  @Override
  public @Nullable String getHeader(String name) {
    String sent = super.getHeader(name);
    String field = FIELDS.get(name.toLowerCase(Locale.ROOT));
    return sent == null && field != null ? getParameter(field) : sent;
  }

  @Override
  public @Nullable String getParameter(String name) {
    List<String> values = fields.get(name);
    return values == null ? null : values.get(0);
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    List<String> values = fields.get(name);
    return values == null ? null : values.toArray(new String[0]);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> all = new LinkedHashMap<>();
    fields.forEach((name, values) -> all.put(name, values.toArray(new String[0])));
    return Collections.unmodifiableMap(all);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(fields.keySet());
  }
}
