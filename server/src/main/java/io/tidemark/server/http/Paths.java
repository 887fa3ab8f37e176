package io.tidemark.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Where the endpoints are. */
public final class Paths {
  /** Under which all endpoints of this version lie. */
  public static final String API = "/api/v1";

  /** Gives a session. */
  public static final String SIGN_IN = API + "/sign-in";

  /** Opens an account. */
  public static final String ENROL = SIGN_IN + "/enrol";

  /** Under which the endpoints of partners' systems lie. */
  public static final String PARTNER = API + "/partner";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private Paths() {}

  /** Whether the request comes from somebody who is about to sign in. */
  public static boolean isSignIn(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals(SIGN_IN) || path.equals(ENROL);
  }

  /** Whether the request is for an endpoint of partners' systems, however its path is written. */
  public static boolean isPartner(HttpServletRequest request) {
    return request.getServletPath().startsWith(PARTNER + "/");
  }

  /** Whether the request may change something. */
  public static boolean isWrite(HttpServletRequest request) {
    return !READING.contains(request.getMethod());
  }
}
