package io.tidemark.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only requests that name this server, so that no page of another name reaches it through
 * somebody's browser (DNS rebinding). A probe that knows an address alone may ask for health.
 */
public final class HostFilter extends OncePerRequestFilter {
  private final Hosts hosts;

  /** With these names. */
  public HostFilter(Hosts hosts) {
    this.hosts = hosts;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Paths.of(request).startsWith("/health/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hosts.know(request)) {
      throw Halt.with(
          421,
          "unknown-host",
          "本服务不以此名称（Host）提供；管理员可用 --origin 写明对外的地址",
          "this server does not go by that name (Host); its operator can state the address with"
              + " --origin");
    }
    chain.doFilter(request, response);
  }
}
