package io.tidemark.server.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the forms of pages, within the bounds of bodies, before anything asks for a field: Tomcat
 * reads none. A page's hidden fields stand for the headers that a program sends with a write.
 */
public final class FormFilter extends OncePerRequestFilter {
  /** The most bytes of a form. */
  private static final int LARGEST = 64 << 10;

  private final Bodies bodies;

  /** Reads by these bounds. */
  public FormFilter(Bodies bodies) {
    this.bodies = bodies;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return !Paths.isPage(request)
        || !Paths.isWrite(request)
        || type == null
        || !type.startsWith("application/x-www-form-urlencoded");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int most = Paths.isSecret(request) ? WriteOnce.LARGEST_UNKNOWN : LARGEST;
    chain.doFilter(new Form(bodies.read(request, most)), response);
  }
}
