package io.tidemark.server.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.tidemark.server.ProviderSettings;
import io.tidemark.server.http.Halt;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The insurer's OpenID Connect provider: authorization code with PKCE, and a token whose signature,
 * issuer, audience, times and nonce are checked by the Nimbus SDK. What the provider says of itself
 * is read at the first sign-in; its keys are read again as they change. Thread-safe.
 */
final class Provider {
  private static final int WAIT_MILLIS = (int) Duration.ofSeconds(5).toMillis();
  private static final int LARGEST_KEYS = 256 << 10;

  /** Signatures by a key that the provider alone has. */
  private static final Set<JWSAlgorithm> SIGNED =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

  private final ProviderSettings settings;
  private final Factors factors;
  private final Clock clock;
  private final @Nullable SSLSocketFactory tls;
  private volatile @Nullable Known known;

  /** This provider; {@code tls} trusts those who vouch for it. */
  Provider(ProviderSettings settings, Optional<SSLSocketFactory> tls, Clock clock) {
    this.settings = settings;
    this.factors = new Factors(settings.strength());
    this.clock = clock;
    this.tls = tls.orElse(null);
  }

  /** What the provider said of itself. */
  private record Known(OIDCProviderMetadata metadata, IDTokenValidator tokens) {}

  /**
   * Who signed in.
   *
   * @param token SHA-256 of the signed token that says so
   * @param proven how the person proved it, as {@link Factors} has it
   */
  record Subject(String issuer, String subject, Digest token, String proven) {}

  /** Where the browser goes to sign in. */
  URI address(URI redirect, String state, String nonce, CodeVerifier verifier) {
    List<ACR> acr = settings.strength().acr().stream().map(ACR::new).toList();
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, new Scope("openid"), new ClientID(settings.clientId()), redirect)
        .endpointURI(known().metadata().getAuthorizationEndpointURI())
        .state(new State(state))
        .nonce(new Nonce(nonce))
        .codeChallenge(verifier, CodeChallengeMethod.S256)
        .maxAge((int) settings.strength().age().toSeconds())
        .acrValues(acr.isEmpty() ? null : acr)
        .build()
        .toURI();
  }

  /** Whether an answer that names its issuer (RFC 9207) names this one. */
  boolean isFrom(@Nullable String issuer) {
    return issuer == null || issuer.equals(settings.issuer().toString());
  }

  /** Who signed in; nothing when code or token does not hold. */
  Optional<Subject> subject(String code, URI redirect, String nonce, CodeVerifier verifier) {
    Known now = known();
    TokenRequest request =
        new TokenRequest.Builder(
                now.metadata().getTokenEndpointURI(),
                new ClientSecretBasic(
                    new ClientID(settings.clientId()), new Secret(settings.clientSecret())),
                new AuthorizationCodeGrant(new AuthorizationCode(code), redirect, verifier))
            .build();
    try {
      HTTPRequest asking = request.toHTTPRequest();
      prepare(asking);
      TokenResponse answer = OIDCTokenResponseParser.parse(asking.send());
      if (!answer.indicatesSuccess()
          || !(answer.toSuccessResponse() instanceof OIDCTokenResponse tokens)) {
        return Optional.empty();
      }
      JWT token = tokens.getOIDCTokens().getIDToken();
      IDTokenClaimsSet claims = now.tokens().validate(token, new Nonce(nonce));
      AuthorizedParty party = claims.getAuthorizedParty();
      return party != null && !party.getValue().equals(settings.clientId())
          ? Optional.empty()
          : Optional.of(
              new Subject(
                  settings.issuer().toString(),
                  claims.getSubject().getValue(),
                  Digest.sha256(token.getParsedString()),
                  factors.proven(claims, clock.instant()).orElseThrow(Provider::tooWeak)));
    } catch (BadJOSEException | GeneralException e) {
      return Optional.empty();
    } catch (IOException | JOSEException e) {
      throw unavailable();
    }
  }

  private Known known() {
    Known before = known;
    if (before != null) {
      return before;
    }
    try {
      Issuer issuer = new Issuer(settings.issuer());
      OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, this::prepare);
      JWSVerificationKeySelector<SecurityContext> keys =
          new JWSVerificationKeySelector<>(
              SIGNED,
              JWKSourceBuilder.create(
                      metadata.getJWKSetURI().toURL(),
                      new DefaultResourceRetriever(
                          WAIT_MILLIS, WAIT_MILLIS, LARGEST_KEYS, true, tls))
                  .build());
      Known read =
          new Known(
              metadata,
              new IDTokenValidator(issuer, new ClientID(settings.clientId()), keys, null));
      known = read;
      return read;
    } catch (GeneralException | IOException e) {
      throw unavailable();
    }
  }

  private void prepare(HTTPRequest request) {
    request.setConnectTimeout(WAIT_MILLIS);
    request.setReadTimeout(WAIT_MILLIS);
    request.setFollowRedirects(false);
    request.setSSLSocketFactory(tls);
  }

  private static Halt tooWeak() {
    return Halt.with(
        401,
        "provider-too-weak",
        "身份提供方没有证明您刚用两种因素登录：请在那里用双因素重新登录；若仍如此，请管理员查看 serve --oidc-acr",
        "the provider does not say that you signed in there with two factors lately: do so there;"
            + " if it stays so, the operator looks at serve --oidc-acr");
  }

  private static Halt unavailable() {
    return Halt.with(
        503,
        "provider-unavailable",
        "身份提供方没有回应，请稍后再试",
        "the provider of identities does not answer: try again later");
  }
}
