package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.tidemark.authorise.Actor;
import io.tidemark.custody.members.Linking;
import io.tidemark.ledger.Entry;
import io.tidemark.provider.OwnProvider;
import io.tidemark.server.Client.Said;
import io.tidemark.server.ProviderSettings.Strength;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider's token counts by the provider's own signature, and for as much as it proves. */
final class ForgedTokensTest {
  private static final String ZHAO = "zhao-at-work";

  @TempDir private static Path folder = Path.of(".");
  private static OwnProvider provider;

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();

  @BeforeAll
  static void start() throws Exception {
    provider = OwnProvider.start(folder);
  }

  @AfterAll
  static void end() {
    provider.close();
  }

  @BeforeEach
  @AfterEach
  void asEver() throws Exception {
    town.forgetFailures();
    OwnProvider.bent = claims -> {};
    OwnProvider.forged = token -> token;
    OwnProvider.named = itself -> {};
    Actor officer = Actor.person("liu.min", town.home.chain().chain()).orElseThrow();
    new Linking(town.register()).link(officer, "zhao.lei", true, provider.url.toString(), ZHAO);
  }

  private Server serve(Strength strength) throws Exception {
    Server server =
        town.serve(
            town.home,
            clock,
            Town.GENEROUS,
            ServerSettings.More.NONE.withProvider(provider.settings(strength)));
    provider.sendsBackTo(server);
    return server;
  }

  private static Said signIn(Server server) throws Exception {
    Way.Between browser = new Way.Between(Client.of(server), provider);
    return browser.back(browser.go(ZHAO));
  }

  /** Each makes another token of one that holds. */
  private static Map<String, UnaryOperator<String>> forgeries() throws Exception {
    RSAKey ours = provider.publicKey();
    RSAKey another = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
    byte[] known = ours.toRSAPublicKey().getEncoded();
    Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put("another's words under the signature", ForgedTokensTest::withAnotherSubject);
    all.put("no signature", token -> token.substring(0, token.lastIndexOf('.') + 1));
    all.put("alg none", token -> new PlainJWT(claims(token)).serialize());
    all.put(
        "the public key as a secret",
        token -> signed(token, new JWSHeader.Builder(JWSAlgorithm.HS256), mac(known)));
    all.put(
        "another's key under the same id",
        token ->
            signed(
                token,
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(ours.getKeyID()),
                rsa(another)));
    all.put(
        "another's key that comes along",
        token ->
            signed(
                token,
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .jwk(another.toPublicJWK())
                    .jwkURL(URI.create("https://127.0.0.1:1/keys")),
                rsa(another)));
    all.put(
        "an algorithm that nobody agreed on",
        token ->
            signed(
                token,
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(ours.getKeyID()),
                rsa(another)));
    return all;
  }

  private static JWTClaimsSet claims(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet();
    } catch (java.text.ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static String withAnotherSubject(String token) {
    String[] parts = token.split("\\.");
    String words =
        new JWTClaimsSet.Builder(claims(token)).subject("chen-at-work").build().toString();
    return parts[0] + "." + com.nimbusds.jose.util.Base64URL.encode(words) + "." + parts[2];
  }

  private static String signed(String token, JWSHeader.Builder header, JWSSigner signer) {
    try {
      SignedJWT forged = new SignedJWT(header.build(), claims(token));
      forged.sign(signer);
      return forged.serialize();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static JWSSigner mac(byte[] secret) {
    try {
      return new MACSigner(secret);
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static JWSSigner rsa(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aTokenThatTheProviderDidNotSignBeginsNoSession() throws Exception {
    try (Server server = serve(Strength.USUAL)) {
      for (Map.Entry<String, UnaryOperator<String>> forgery : forgeries().entrySet()) {
        OwnProvider.forged = forgery.getValue();
        long before = town.home.journal().size();
        Said said = signIn(server);
        assertThat(said.status()).as(forgery.getKey()).isEqualTo(401);
        said.by("sign-in-failed");
        assertThat(town.home.journal().size()).as(forgery.getKey()).isEqualTo(before);
      }
      OwnProvider.forged = token -> token;
      signIn(server).is(200);
    }
  }

  @Test
  void aProviderThatNamesAnotherIssuerIsNotAsked() throws Exception {
    OwnProvider.named = itself -> itself.issuer("https://another.example.com");
    try (Server server = serve(Strength.USUAL)) {
      Said said = Client.of(server).get("/api/v1/sign-in/provider");
      said.is(503).by("provider-unavailable");
      assertThat(said.header("Location")).isEmpty();
      OwnProvider.named = itself -> {};
      signIn(server).is(200);
    }
  }

  @Test
  void onlyTwoFactorsOfTwoKindsCountAndTheEntryNamesThem() throws Exception {
    try (Server server = serve(Strength.USUAL)) {
      for (List<String> weak :
          List.of(
              List.<String>of(), List.of("pwd"), List.of("pwd", "pin"), List.of("pwd", "sms"))) {
        OwnProvider.bent = claims -> claims.claim("amr", weak);
        signIn(server).is(401).by("provider-too-weak");
      }
      OwnProvider.bent = claims -> claims.claims(all -> all.remove("amr"));
      signIn(server).is(401).by("provider-too-weak");
      OwnProvider.bent = claims -> claims.claim("amr", List.of("otp", "x\nactor liu.min", "pwd"));
      signIn(server).is(200);
      long size = town.home.journal().size();
      assertThat(Entry.parse(town.home.entries(size - 1, 1).get(0)).value("proven"))
          .hasValue("amr pwd otp");
      OwnProvider.bent = claims -> claims.claim("amr", List.of("mfa"));
      signIn(server).is(200);
    }
  }

  @Test
  void theOperatorsStrengthIsAskedForAndLookedAt() throws Exception {
    try (Server server = serve(new Strength(List.of("phr", "phrh"), Duration.ofMinutes(5)))) {
      String there = Client.of(server).get("/api/v1/sign-in/provider").header("Location");
      assertThat(there).contains("acr_values=phr+phrh", "max_age=300");
      signIn(server).is(401).by("provider-too-weak");
      OwnProvider.bent = claims -> claims.claim("acr", "0");
      signIn(server).is(401).by("provider-too-weak");
      OwnProvider.bent = claims -> claims.claim("acr", "phrh");
      signIn(server).is(200);
    }
  }

  @Test
  void aSignInAtTheProviderThatIsTooLongAgoDoesNotCount() throws Exception {
    try (Server server = serve(Strength.USUAL)) {
      OwnProvider.bent = at(Instant.now().minus(Duration.ofMinutes(62)));
      signIn(server).is(401).by("provider-too-weak");
      OwnProvider.bent = claims -> claims.claims(all -> all.remove("auth_time"));
      signIn(server).is(401).by("provider-too-weak");
      OwnProvider.bent = at(Instant.now().minus(Duration.ofMinutes(58)));
      signIn(server).is(200);
    }
  }

  private static java.util.function.Consumer<
          org.springframework.security.oauth2.jwt.JwtClaimsSet.Builder>
      at(Instant signedIn) {
    return claims -> claims.claim("auth_time", java.util.Date.from(signedIn));
  }
}
