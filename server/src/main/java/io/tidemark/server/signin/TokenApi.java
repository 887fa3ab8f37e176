package io.tidemark.server.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.authorise.SecretToken;
import io.tidemark.server.http.Address;
import io.tidemark.server.http.Hosts;
import io.tidemark.server.http.Paths;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tokens for other systems: OAuth 2.0 client credentials (RFC 6749, section 4.4) with HTTP Basic,
 * described by RFC 8414. What OAuth has a word for is said in its words, limits in those of HTTP:
 * 429 with {@code Retry-After}. The API's document names it among the ways to sign in.
 */
@Hidden
@RestController
class TokenApi {
  private static final String NO_STORE = "no-store";

  private final SystemSignIn systems;
  private final Hosts hosts;

  TokenApi(SystemSignIn systems, Hosts hosts) {
    this.systems = systems;
    this.hosts = hosts;
  }

  /** RFC 6749, section 5.1. */
  record Token(
      @JsonProperty("access_token") String token,
      @JsonProperty("token_type") String type,
      @JsonProperty("expires_in") long seconds) {
    @Override
    public String toString() {
      return "Token";
    }
  }

  /** RFC 6749, section 5.2. */
  record Fault(String error, @JsonProperty("error_description") String description) {}

  @PostMapping(path = Paths.TOKEN)
  ResponseEntity<?> token(HttpServletRequest request) throws IOException {
    Optional<OAuthForm> form = OAuthForm.of(request);
    if (form.isEmpty() || form.get().value("grant_type").isEmpty()) {
      return fault("invalid_request", "a form with grant_type, each parameter once");
    }
    if (form.get().value("client_secret").isPresent()) {
      return fault("invalid_request", "the secret belongs into the header: HTTP Basic");
    }
    if (!form.get().value("grant_type").get().equals("client_credentials")) {
      return fault("unsupported_grant_type", "there is client_credentials only");
    }
    if (form.get().value("scope").isPresent()) {
      return fault("invalid_scope", "what a system may do stands in the chain: leave scope out");
    }
    Optional<BasicCredentials> shown =
        BasicCredentials.parse(request.getHeader(HttpHeaders.AUTHORIZATION));
    Optional<SecretToken> token =
        shown.flatMap(it -> systems.in(it.id(), it.secret(), Address.of(request)));
    return token.isPresent() ? ok(token.get()) : invalidClient();
  }

  private static ResponseEntity<?> ok(SecretToken token) {
    return answer(200).body(new Token(token.text(), "Bearer", SystemSignIn.SESSION.toSeconds()));
  }

  private static ResponseEntity<?> fault(String error, String description) {
    return answer(400).body(new Fault(error, description));
  }

  private static ResponseEntity<?> invalidClient() {
    return answer(401)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tidemark\", charset=\"UTF-8\"")
        .body(new Fault("invalid_client", "the id or the secret is wrong"));
  }

  private static ResponseEntity.BodyBuilder answer(int status) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .header(HttpHeaders.PRAGMA, "no-cache");
  }

  /** Where tokens are given, for programs (RFC 8414). */
  @GetMapping(path = Paths.TOKEN_METADATA, produces = "application/json")
  Map<String, Object> metadata(HttpServletRequest request) {
    String issuer = hosts.origin(request).toString();
    return Map.of(
        "issuer",
        issuer,
        "token_endpoint",
        issuer + Paths.TOKEN,
        "grant_types_supported",
        List.of("client_credentials"),
        "response_types_supported",
        List.of(),
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic"),
        "service_documentation",
        issuer + "/openapi.json");
  }
}
