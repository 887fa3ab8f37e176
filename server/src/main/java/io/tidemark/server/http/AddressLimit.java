package io.tidemark.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits addresses before anything is asked of the database; what shows a secret more strictly. */
public final class AddressLimit extends OncePerRequestFilter {
  private final Limits all;
  private final Limits signIn;

  /** With these limits for every request and for signing in. */
  public AddressLimit(Limits all, Limits signIn) {
    this.all = all;
    this.signIn = signIn;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = Address.of(request);
    all.count(address);
    if (Paths.isSecret(request)) {
      signIn.count(address);
    }
    chain.doFilter(request, response);
  }
}
