package io.tidemark.server.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.authorise.SecretToken;
import io.tidemark.server.http.Address;
import io.tidemark.server.http.Hosts;
import io.tidemark.server.http.Paths;
import io.tidemark.terms.Digest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * or on the port that asks for one with a certificate (RFC 8705), described by RFC 8414. What OAuth
 * has a word for is said in its words, limits in those of HTTP: 429 with {@code Retry-After}. The
 * API's document names it among the ways to sign in.
 */
@Hidden
@RestController
class TokenApi {
  private static final String NO_STORE = "no-store";

  private final SystemSignIn systems;
  private final SystemConnector certificates;
  private final Hosts hosts;

  TokenApi(SystemSignIn systems, SystemConnector certificates, Hosts hosts) {
    this.systems = systems;
    this.certificates = certificates;
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
    Optional<Digest> certificate = SystemConnector.certificate(request);
    return certificate.isPresent()
        ? byCertificate(certificate.get(), form.get(), request)
        : bySecret(request);
  }

  private ResponseEntity<?> bySecret(HttpServletRequest request) {
    return BasicCredentials.parse(request.getHeader(HttpHeaders.AUTHORIZATION))
        .flatMap(it -> systems.in(it.id(), it.secret(), Address.of(request)))
        .<ResponseEntity<?>>map(TokenApi::ok)
        .orElseGet(TokenApi::invalidClient);
  }

  /** RFC 8705, section 2: the certificate is proof enough, and no second one is taken beside it. */
  private ResponseEntity<?> byCertificate(
      Digest certificate, OAuthForm form, HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      return fault("invalid_request", "here the certificate alone says who asks: no secret");
    }
    Optional<String> system = form.value("client_id");
    if (system.isEmpty()) {
      return fault("invalid_request", "beside a certificate client_id says which system asks");
    }
    return systems
        .in(system.get(), certificate)
        .<ResponseEntity<?>>map(TokenApi::ok)
        .orElseGet(TokenApi::invalidClient);
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
        .body(new Fault("invalid_client", "the id, the secret or the certificate is wrong"));
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
    URI origin = hosts.origin(request);
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("issuer", origin.toString());
    said.put("token_endpoint", origin + Paths.TOKEN);
    said.put("grant_types_supported", List.of("client_credentials"));
    said.put("response_types_supported", List.of());
    said.put("service_documentation", origin + "/openapi.json");
    List<String> ways = new ArrayList<>(List.of("client_secret_basic"));
    certificates
        .port()
        .ifPresent(
            port -> {
              ways.add("self_signed_tls_client_auth");
              said.put("tls_client_certificate_bound_access_tokens", true);
              String there = "https://" + origin.getHost() + ":" + port + Paths.TOKEN;
              said.put("mtls_endpoint_aliases", Map.of("token_endpoint", there));
            });
    said.put("token_endpoint_auth_methods_supported", ways);
    return said;
  }
}
