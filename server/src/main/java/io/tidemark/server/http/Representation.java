package io.tidemark.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * What a write made, for a caller that prefers to have it at once ({@code Prefer:
 * return=representation}, RFC 7240). It is sent in place of the answer; the answer, which says
 * where it is, is what is kept: a list is too large for that, and a replay gets its address.
 */
@FunctionalInterface
public interface Representation {
  /** Writes the body with the headers that describe it. */
  void send(HttpServletResponse response) throws IOException;

  /** Whether the caller prefers what is made to where it is. */
  static boolean preferred(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Prefer")).stream()
        .flatMap(preferences -> Arrays.stream(preferences.split(",")))
        .anyMatch(one -> one.strip().equalsIgnoreCase("return=representation"));
  }

  /** Has it sent once the answer of this write is kept. */
  default void insteadOfAnswer(HttpServletRequest request) {
    request.setAttribute(Representation.class.getName(), this);
  }

  /** What is to be sent instead, or null. */
  static @Nullable Representation of(HttpServletRequest request) {
    return (Representation) request.getAttribute(Representation.class.getName());
  }
}
