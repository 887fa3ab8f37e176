package io.tidemark.server.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidemark.server.http.Halt;
import io.tidemark.server.http.Hosts;
import io.tidemark.server.http.Paths;
import io.tidemark.server.http.TurnedAway;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in at the insurer's OpenID Connect provider, in a browser. */
@RestController
@Tag(name = "sign-in")
class ProviderApi {
  /** What binds a sign-in to its browser; a browser coming back from elsewhere sends it. */
  private static final String COOKIE = "__Host-tidemark-sign-in";

  private final ProviderSignIn signIn;
  private final Hosts hosts;
  private final TurnedAway turnedAway;

  ProviderApi(ProviderSignIn signIn, Hosts hosts, TurnedAway turnedAway) {
    this.signIn = signIn;
    this.hosts = hosts;
    this.turnedAway = turnedAway;
  }

  @Operation(
      summary = "Begin to sign in at the insurer's provider",
      responses = @ApiResponse(responseCode = "302", description = "Goes to the provider."))
  @SecurityRequirements
  @GetMapping(path = Paths.PROVIDER)
  ResponseEntity<Void> begin(@Nullable SignedInPerson held, HttpServletRequest request) {
    ProviderSignIn.Begun begun =
        signIn.begin(hosts.origin(request).resolve(Paths.PROVIDER_ANSWER), SignIn.Held.by(held));
    return ResponseEntity.status(302)
        .location(begun.address())
        .header(
            HttpHeaders.SET_COOKIE,
            cookie(begun.browser().text(), ProviderSignIn.LONGEST.toSeconds()))
        .build();
  }

  @Operation(summary = "Come back from the provider: the session goes into a cookie")
  @SecurityRequirements
  @GetMapping(path = Paths.PROVIDER_ANSWER, produces = "application/json")
  ResponseEntity<SignInApi.Session> end(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String iss,
      @CookieValue(name = COOKIE, required = false) @Nullable String browser) {
    SignIn.Begun begun;
    try {
      begun = signIn.end(state, code, iss, browser);
    } catch (Halt e) {
      if (e.problem().status() == HttpStatus.UNAUTHORIZED.value()) {
        turnedAway.count(TurnedAway.SIGN_IN, TurnedAway.UNKNOWN);
      }
      throw e;
    }
    return SignInApi.inCookie(
        begun, ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie("", 0)));
  }

  private static String cookie(String value, long seconds) {
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .secure(true)
        .sameSite("Lax")
        .path("/")
        .maxAge(seconds)
        .build()
        .toString();
  }
}
