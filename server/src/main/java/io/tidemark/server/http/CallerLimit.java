package io.tidemark.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits each signed-in person, wherever the requests come from. */
public final class CallerLimit extends OncePerRequestFilter {
  private final Limits limits;

  /** With this limit. */
  public CallerLimit(Limits limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRemoteUser() != null) {
      limits.count(Caller.of(request));
    }
    chain.doFilter(request, response);
  }
}
