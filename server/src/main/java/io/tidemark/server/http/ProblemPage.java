package io.tidemark.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** Says a problem as a page, to a person in a browser. Thread-safe. */
public interface ProblemPage {
  /** Whether a person in a browser asked, and not a program. */
  boolean isFor(HttpServletRequest request);

  /** Writes the page; whoever is not signed in is led to where one signs in. */
  void write(
      Problem problem, UUID instance, HttpServletRequest request, HttpServletResponse response)
      throws IOException;
}
