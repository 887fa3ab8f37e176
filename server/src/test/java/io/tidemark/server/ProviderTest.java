package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.authorise.SubjectLinked;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.members.Linking;
import io.tidemark.ledger.Entry;
import io.tidemark.provider.OwnProvider;
import io.tidemark.server.Client.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/**
 * Signing in at the insurer's provider, over HTTPS on both sides, and each way it must not hold.
 */
final class ProviderTest {
  private static final String BEGIN = "/api/v1/sign-in/provider";
  private static final String ZHAO = "zhao-at-work";

  @TempDir private static Path folder = Path.of(".");
  private static OwnProvider provider;

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client client;

  @BeforeAll
  static void start() throws Exception {
    provider = OwnProvider.start(folder);
  }

  @AfterAll
  static void end() {
    provider.close();
  }

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    OwnProvider.bent = claims -> {};
    server =
        town.serve(
            town.home,
            clock,
            Town.GENEROUS,
            ServerSettings.More.NONE.withProvider(provider.settings()));
    client = Client.of(server);
    provider.sendsBackTo(server);
    link("zhao.lei", ZHAO);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Recorded<String> link(String person, String subject) {
    Actor officer = Actor.person("liu.min", town.home.chain().chain()).orElseThrow();
    return new Linking(town.register())
        .link(officer, person, true, provider.url.toString(), subject);
  }

  private Way go(String subject) throws Exception {
    return new Way.Between(client, provider).go(subject);
  }

  private Said back(Way way) throws Exception {
    return new Way.Between(client, provider).back(way);
  }

  private Client browser(Said said) {
    String cookie =
        said.headers().allValues("Set-Cookie").stream()
            .filter(one -> one.startsWith("__Host-tidemark="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("; SameSite=Strict", "; HttpOnly", "; Secure");
    return client
        .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("X-Tidemark-Anti-Forgery", said.text("anti_forgery"));
  }

  @Test
  void whoIsKnownAtTheProviderHasASessionHereUntilSigningOut() throws Exception {
    long before = town.home.journal().size();
    Said said = back(go(ZHAO)).is(200);
    assertThat(said.text("person")).isEqualTo("zhao.lei");
    assertThat(said.json().has("token")).isFalse();
    assertThat(town.kindsSince(before)).containsExactly("sign-in");
    Client zhao = browser(said);
    assertThat(zhao.get("/api/v1/me").is(200).text("person")).isEqualTo("zhao.lei");
    zhao.delete("/api/v1/session").is(204);
    zhao.get("/api/v1/me").is(401).by("not-signed-in");
  }

  @Test
  void theSessionThatABrowserHeldEndsWithTheNextOne() throws Exception {
    Client held = browser(back(go(ZHAO)).is(200));
    held.get("/api/v1/me").is(200);
    Way.Between again = new Way.Between(held, provider);
    Way way = again.go(ZHAO);
    held.get("/api/v1/me").is(200);
    Client after = browser(back(way).is(200));
    held.get("/api/v1/me").is(401).by("not-signed-in");
    assertThat(after.get("/api/v1/me/sessions").json().get("items").size()).isEqualTo(1);
  }

  @Test
  void whatIsApprovedIsSignedWithTheKeyThatTheSignInNames() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    String request =
        wang.post("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(7)))
            .is(201)
            .text("request");
    long before = town.home.journal().size();
    Client zhao = browser(back(go(ZHAO)).is(200));
    zhao.post("/api/v1/requests/" + request + "/approve", Map.of()).is(200);
    List<byte[]> entries = town.home.entries(before, 10);
    Entry signIn = Entry.parse(entries.get(0));
    Entry approval = Entry.parse(entries.get(1));
    assertThat(signIn.value("by")).contains("provider");
    assertThat(signIn.value("issuer")).contains(provider.url.toString());
    assertThat(approval.kind()).isEqualTo("approval");
    assertThat(approval.value("signed-by")).isEqualTo(signIn.value("key"));
  }

  @Test
  void aTokenThatDoesNotHoldBeginsNoSession() throws Exception {
    Instant now = Instant.now();
    Map<String, Consumer<JwtClaimsSet.Builder>> bends =
        Map.of(
            "nonce", claims -> claims.claim("nonce", "another"),
            "no nonce", claims -> claims.claims(all -> all.remove("nonce")),
            "audience", claims -> claims.audience(List.of("another-client")),
            "authorised party", claims -> claims.claim("azp", "another-client"),
            "expired", claims -> claims.expiresAt(now.minusSeconds(300)),
            "issued later", claims -> claims.issuedAt(now.plusSeconds(300)),
            "issuer", claims -> claims.issuer("https://another.example.com"));
    for (Map.Entry<String, Consumer<JwtClaimsSet.Builder>> bend : bends.entrySet()) {
      OwnProvider.bent = bend.getValue();
      long before = town.home.journal().size();
      Said said = back(go(ZHAO));
      assertThat(said.status()).as(bend.getKey()).isEqualTo(401);
      said.by("sign-in-failed");
      assertThat(said.headers().allValues("Set-Cookie")).as(bend.getKey()).isEmpty();
      assertThat(town.home.journal().size()).as(bend.getKey()).isEqualTo(before);
    }
    OwnProvider.bent = claims -> {};
    back(go(ZHAO)).is(200);
  }

  @Test
  void stateAndCodeCountOnce() throws Exception {
    Way way = go(ZHAO);
    back(way).is(200);
    back(way).is(401).by("sign-in-failed");
    Way fresh = go(ZHAO);
    String spent = fresh.back().replace(fresh.query().get("code"), way.query().get("code"));
    back(new Way(spent, fresh.cookie())).is(401).by("sign-in-failed");
    back(fresh).is(401).by("sign-in-failed");
  }

  @Test
  void aSignInEndsOnlyInTheBrowserWhereItBegan() throws Exception {
    Way mine = go(ZHAO);
    Way other = go(ZHAO);
    back(new Way(mine.back(), other.cookie())).is(401).by("sign-in-failed");
    back(new Way(other.back(), "x=y")).is(401).by("sign-in-failed");
    back(other).is(200);
  }

  @Test
  void anAnswerOfAnotherIssuerALateOneAndAnEmptyOneDoNotHold() throws Exception {
    Way way = go(ZHAO);
    back(new Way(way.back() + "&iss=https://another.example.com", way.cookie())).is(401);
    Way late = go(ZHAO);
    clock.forward(Duration.ofMinutes(11));
    back(late).is(401).by("sign-in-failed");
    Way refused = go(ZHAO);
    String state = refused.query().get("state");
    String answer = BEGIN + "/answer?error=access_denied&state=" + state;
    client.with("Cookie", refused.cookie()).get(answer).is(401).by("sign-in-failed");
    client.get(BEGIN + "/answer").is(401).by("sign-in-failed");
  }

  @Test
  void whomNobodyLinkedIsNobodyHere() throws Exception {
    back(go("stranger")).is(401).by("sign-in-failed");
    Way begun = go("chen-at-work");
    link("chen.wei", "chen-at-work");
    Client chen = browser(back(begun).is(200));
    link("chen.wei", "chen-elsewhere");
    chen.get("/api/v1/me").is(401);
    back(go("chen-at-work")).is(401).by("sign-in-failed");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> link("chen.wei", ZHAO)))
        .isInstanceOf(SubjectLinked.Taken.class);
  }

  @Test
  void onlyAProtectionOfficerLinksSomebodyWhoIsKnownAlready() {
    Linking linking = new Linking(town.register());
    assertThat(linking.link(Actor.operator(), "zhao.lei", true, "https://x", "y"))
        .isInstanceOf(Recorded.Refused.class);
    Actor wang = Actor.person("wang.fang", town.home.chain().chain()).orElseThrow();
    assertThat(linking.link(wang, "zhao.lei", true, "https://x", "y"))
        .isInstanceOf(Recorded.Refused.class);
  }

  @Test
  void aServerWithoutAProviderKnowsNoneOfThis() throws Exception {
    try (Server plain = town.serve(clock)) {
      Client.of(plain).get(BEGIN).is(404).by("not-found");
      Client.of(plain).get(BEGIN + "/answer?state=x&code=y").is(404).by("not-found");
    }
  }

  @Test
  void theExampleRuns() throws Exception {
    Path example = Path.of(System.getProperty("project.root"), "examples/oidc-login/login.sh");
    Process script =
        new ProcessBuilder(
                "sh",
                example.toString(),
                server.url().toString(),
                server.certificate().chain().toString(),
                provider.url.toString(),
                provider.certificate.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (var typed = script.outputWriter()) {
      typed.write("username=" + ZHAO + "&password=" + OwnProvider.PASSWORD);
    }
    String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor()).as(said).isZero();
    assertThat(said).contains("\"person\":\"zhao.lei\"");
  }
}
