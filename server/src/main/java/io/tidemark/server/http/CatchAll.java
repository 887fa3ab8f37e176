package io.tidemark.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns what filters throw into problems; what endpoints throw never comes so far. */
public final class CatchAll extends OncePerRequestFilter {
  private final Problems problems;

  /** Writes these problems. */
  public CatchAll(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (Exception e) {
      problems.answer(e, request, response);
    }
  }
}
