package io.tidemark.server.signin;

import io.tidemark.authorise.SecretToken;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Paths;
import io.tidemark.store.access.Sessions;
import io.tidemark.vault.Suite;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the session of a request, by its bearer token or its cookie. A browser sends the cookie
 * with whatever page asks: a write by cookie also needs the header that only a page of ours knows,
 * and may not come from another site. A session that a certificate began counts for whoever shows
 * that certificate, and on the port that asks for one no other session counts (RFC 8705).
 */
final class SessionFilter extends OncePerRequestFilter {
  /** The cookie; its prefix binds it to this host, to TLS and to the whole site. */
  static final String COOKIE = "__Host-tidemark";

  /** The header against writes that another site causes. */
  static final String ANTI_FORGERY = "X-Tidemark-Anti-Forgery";

  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final Suite suite;
  private final Clock clock;

  SessionFilter(Sessions sessions, Suite suite, Clock clock) {
    this.sessions = sessions;
    this.suite = suite;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    Optional<String> cookie = header == null ? cookie(request) : Optional.empty();
    Optional<SecretToken> token =
        (header == null ? cookie : bearer(header)).flatMap(SecretToken::parse);
    if (token.isPresent()) {
      Optional<SignedInPerson> person =
          sessions
              .find(token.get().digest(), clock.instant())
              .filter(live -> live.certificate().equals(SystemConnector.certificate(request)))
              .map(live -> new SignedInPerson(token.get(), live, suite));
      person.ifPresent(SecurityContextHolder.getContext()::setAuthentication);
      if (person.isPresent() && cookie.isPresent() && Paths.isWrite(request)) {
        refuseForgery(request, person.get());
      }
    }
    chain.doFilter(request, response);
  }

  private static Optional<String> bearer(String header) {
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }

  private static void refuseForgery(HttpServletRequest request, SignedInPerson person) {
    String shown = request.getHeader(ANTI_FORGERY);
    String site = request.getHeader("Sec-Fetch-Site");
    boolean ours = site == null || site.equals("same-origin");
    boolean knows =
        shown != null
            && MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8),
                person.antiForgery().getBytes(StandardCharsets.UTF_8));
    if (!ours || !knows) {
      throw Halt.with(
          403,
          "cross-site",
          "以 Cookie 登录时，写入需要 " + ANTI_FORGERY + " 头（其值见 GET /api/v1/me），且不能来自其他网站",
          "signed in by cookie, a write needs the header "
              + ANTI_FORGERY
              + " (its value: GET /api/v1/me) and may not come from another site");
    }
  }
}
