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

  /** Gives a challenge that a passkey signs. */
  public static final String SIGN_IN_PASSKEY = SIGN_IN + "/passkey";

  /** The session of whoever asks. */
  public static final String SESSION = API + "/session";

  /** Takes once more what shows who asks. */
  public static final String PROOF = SESSION + "/proof";

  /** Whoever is signed in. */
  public static final String ME = API + "/me";

  /** Takes another password. */
  public static final String PASSWORD = ME + "/password";

  /** One's own sessions, one by one. */
  public static final String SESSIONS = ME + "/sessions";

  /** A person's own passkeys. */
  public static final String PASSKEYS = API + "/passkeys";

  /** Looks one person up. */
  public static final String LOOK_UPS = API + "/look-ups";

  /** Gives a person's copy. */
  public static final String OWNER_COPIES = API + "/owners/copies";

  /** Gives a person's history. */
  public static final String OWNER_HISTORIES = API + "/owners/histories";

  /** Tells what was changed of a person's data. */
  public static final String OWNER_CHANGES = API + "/owners/changes";

  /** Turns tokens back. */
  public static final String TURNED_BACK = API + "/tokens/turned-back";

  /** Finds personal information in what is sent. */
  public static final String FINDINGS = API + "/findings";

  /** Under which the endpoints of partners' systems lie. */
  public static final String PARTNER = API + "/partner";

  /** Sends a browser to the insurer's provider. */
  public static final String PROVIDER = SIGN_IN + "/provider";

  /** Where a browser comes back from there. */
  public static final String PROVIDER_ANSWER = PROVIDER + "/answer";

  /** Gives a session to another system, as OAuth 2.0 says. */
  public static final String TOKEN = "/oauth2/token";

  /** Says so (RFC 8414). */
  public static final String TOKEN_METADATA = "/.well-known/oauth-authorization-server";

  /** Under which the staff's pages lie. */
  public static final String WORKBENCH = "/workbench";

  /** Takes a password and a code from a page's form. */
  public static final String SIGN_IN_PAGE = WORKBENCH + "/sign-in";

  /** Sets the reader's language and colours. */
  public static final String READER = WORKBENCH + "/reader";

  /** Under which the owners' pages lie. */
  public static final String OWNER_PAGES = "/owner";

  /** Under which the files of pages lie. */
  public static final String ASSETS = "/assets";

  /** The page on which one person is looked up. */
  public static final String LOOK_UP_PAGE = WORKBENCH + "/look-up";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private Paths() {}

  /** The path as endpoints are found by it: {@code /sign%2Din} is {@code /sign-in}. */
  public static String of(HttpServletRequest request) {
    return request.getServletPath();
  }

  /** Whether the request comes from somebody who is about to sign in. */
  public static boolean isSignIn(HttpServletRequest request) {
    String path = of(request);
    return path.equals(SIGN_IN) || path.startsWith(SIGN_IN + "/") || isOfOAuth(request);
  }

  /** Whether the request may hold a password or another secret of its person. */
  public static boolean isSecret(HttpServletRequest request) {
    return isSignIn(request)
        || Set.of(PROOF, PASSWORD).contains(of(request))
        || (of(request).equals(SIGN_IN_PAGE) && isWrite(request));
  }

  /** Whether the request is about passkeys: what a browser says of one is small. */
  public static boolean isPasskey(HttpServletRequest request) {
    String path = of(request);
    return path.equals(PASSKEYS) || path.startsWith(PASSKEYS + "/");
  }

  /** Whether the request speaks OAuth, which knows neither our keys of writes nor our problems. */
  public static boolean isOfOAuth(HttpServletRequest request) {
    return of(request).equals(TOKEN);
  }

  /** Whether the request looks somebody up: it is done once by its own record. */
  public static boolean isLookUp(HttpServletRequest request) {
    return Set.of(LOOK_UPS, LOOK_UP_PAGE).contains(of(request));
  }

  /** Whether the request sends a file. */
  public static boolean isFile(HttpServletRequest request) {
    return of(request).equals(FINDINGS);
  }

  /** Whether the answer holds values of people: nobody keeps it. */
  public static boolean isPersonal(HttpServletRequest request) {
    return Set.of(OWNER_COPIES, OWNER_HISTORIES, OWNER_CHANGES, TURNED_BACK, FINDINGS)
        .contains(of(request));
  }

  /** Whether the request is for an endpoint of partners' systems, however its path is written. */
  public static boolean isPartner(HttpServletRequest request) {
    return of(request).startsWith(PARTNER + "/");
  }

  /** Whether a page is asked for, or a page's form is sent. */
  public static boolean isPage(HttpServletRequest request) {
    String path = of(request);
    return path.equals("/") || isUnder(path, WORKBENCH) || isUnder(path, OWNER_PAGES);
  }

  private static boolean isUnder(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }

  /** Whether the request may change something. */
  public static boolean isWrite(HttpServletRequest request) {
    return !READING.contains(request.getMethod());
  }
}
