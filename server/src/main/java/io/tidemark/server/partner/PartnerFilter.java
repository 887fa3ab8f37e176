package io.tidemark.server.partner;

import io.tidemark.authorise.partner.PartnerChain;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.MutualPort;
import io.tidemark.server.http.Paths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the two ports apart: on the partners' there is nothing but their endpoints, and elsewhere
 * these are not there. A session of staff counts for nothing on the partners' port.
 */
public final class PartnerFilter extends OncePerRequestFilter {
  private final PartnerDoor door;

  /** Asks at this door. */
  public PartnerFilter(PartnerDoor door) {
    this.door = door;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean carried = PartnerConnector.carried(request);
    if (carried != Paths.isPartner(request)) {
      throw Halt.status(404);
    }
    if (carried) {
      List<X509Certificate> shown = MutualPort.shown(request).orElseThrow(() -> Halt.status(401));
      SecurityContextHolder.getContext().setAuthentication(door.letIn(new PartnerChain(shown)));
    }
    chain.doFilter(request, response);
  }
}
