package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.server.Client.App;
import io.tidemark.server.Client.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in, each way in which it can fail, and each way in which a session ends. */
final class SignInTest {
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client client;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    client = Client.of(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Said signIn(Map<String, String> shown, String field, String other) throws Exception {
    Map<String, String> changed = new LinkedHashMap<>(shown);
    changed.put(field, other);
    return client.post("/api/v1/sign-in", changed);
  }

  @Test
  void aPersonSignsInWithPasswordAndCodeAndIsKnown() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    Said me = wang.get("/api/v1/me").is(200);
    assertThat(me.text("person")).isEqualTo("wang.fang");
    assertThat(me.text("party")).isEqualTo("br-01");
    assertThat(me.body()).contains("\"staff\"", "\"request\"").doesNotContain("\"approve\"");
    assertThat(me.header("Cache-Control")).contains("no-store");
    assertThat(me.header("Strict-Transport-Security")).contains("max-age=31536000");
    assertThat(me.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(me.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void whateverPartIsWrongTheAnswerIsTheSame() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Map<String, String> right = app.shows(clock);
    List<Said> answers =
        List.of(
            signIn(right, "person", "nobody.here"),
            signIn(right, "person", "he.jun"),
            signIn(right, "password", "wrong-horse-battery"),
            signIn(right, "code", "000000".equals(right.get("code")) ? "000001" : "000000"));
    for (Said answer : answers) {
      answer.is(401).by("sign-in-failed");
      assertThat(withoutInstance(answer)).isEqualTo(withoutInstance(answers.get(0)));
    }
    client.post("/api/v1/sign-in", right).is(200);
  }

  private static String withoutInstance(Said answer) {
    return answer.body().replaceFirst("urn:uuid:[0-9a-f-]+", "");
  }

  @Test
  void aCodeCountsOnce() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Map<String, String> shown = app.shows(clock);
    client.post("/api/v1/sign-in", shown).is(200);
    client.post("/api/v1/sign-in", shown).is(401).by("sign-in-failed");
    clock.forward(Duration.ofSeconds(30));
    client.post("/api/v1/sign-in", app.shows(clock)).is(200);
  }

  @Test
  void anOldCodeDoesNotCount() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Map<String, String> shown = app.shows(clock);
    clock.forward(Duration.ofSeconds(90));
    client.post("/api/v1/sign-in", shown).is(401).by("sign-in-failed");
  }

  @Test
  void anInvitationCountsOnceAndForItsTime() throws Exception {
    String invitation = town.invitation("he.jun");
    Map<String, String> shown = Map.of("invitation", invitation, "password", Client.PASSWORD);
    client.post("/api/v1/sign-in/enrol", shown).is(201);
    client.post("/api/v1/sign-in/enrol", shown).is(401).by("invitation-not-valid");
    String replaced = town.invitation("he.jun");
    String late = town.invitation("he.jun");
    client
        .post("/api/v1/sign-in/enrol", Map.of("invitation", replaced, "password", Client.PASSWORD))
        .is(401)
        .by("invitation-not-valid");
    clock.forward(Duration.ofHours(2));
    client
        .post("/api/v1/sign-in/enrol", Map.of("invitation", late, "password", Client.PASSWORD))
        .is(401)
        .by("invitation-not-valid");
  }

  @Test
  void aWeakPasswordOpensNoAccount() throws Exception {
    String invitation = town.invitation("he.jun");
    for (String weak : List.of("short", "aaaaaaaaaaaaaaaa", "my-name-is-HE.JUN-2026")) {
      client
          .post("/api/v1/sign-in/enrol", Map.of("invitation", invitation, "password", weak))
          .is(422)
          .by("weak-password");
    }
    client.enrol("he.jun", invitation);
  }

  @Test
  void aNameThatFailsIsLockedForATimeThatGrowsWhetherAnybodyHasItOrNot() throws Exception {
    App app = client.enrol("he.jun", town.invitation("he.jun"));
    String stranger = "stranger-" + UUID.randomUUID().toString().substring(0, 8);
    long before = town.home.journal().size();
    assertThat(lockedAfterFive("he.jun")).isEqualTo(30);
    assertThat(lockedAfterFive(stranger)).isEqualTo(30);
    assertThat(town.kindsSince(before)).containsExactly("lockout", "lockout");
    client.post("/api/v1/sign-in", app.shows(clock)).is(429).by("sign-in-locked");

    clock.forward(Duration.ofSeconds(31));
    wrong("he.jun").is(401);
    assertThat(wait(wrong("he.jun").is(429))).isBetween(55L, 60L);

    clock.forward(Duration.ofSeconds(61));
    client.post("/api/v1/sign-in", app.shows(clock)).is(200);
    wrong("he.jun").is(401);
    wrong("he.jun").is(401);
  }

  private long lockedAfterFive(String name) throws Exception {
    for (int i = 0; i < 5; i++) {
      wrong(name).is(401).by("sign-in-failed");
    }
    return wait(wrong(name).is(429).by("sign-in-locked"));
  }

  private static long wait(Said locked) {
    return Long.parseLong(locked.header("Retry-After"));
  }

  private Said wrong(String name) throws Exception {
    return client.post(
        "/api/v1/sign-in",
        Map.of("person", name, "password", "wrong-horse-battery", "code", "000000"));
  }

  @Test
  void theTimeTakenDoesNotTellWhetherAnAccountExists() throws Exception {
    client.enrol("he.jun", town.invitation("he.jun"));
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      if (i % 4 == 0) {
        clock.forward(Duration.ofHours(25)); // no lockout in between
      }
      known.add(nanos("he.jun"));
      unknown.add(nanos("nobody.at.all"));
    }
    double ratio = (double) median(known) / median(unknown);
    assertThat(ratio).as("median time of a known over an unknown name").isBetween(0.75, 1.33);
  }

  private long nanos(String name) throws Exception {
    long begun = System.nanoTime();
    wrong(name).is(401);
    return System.nanoTime() - begun;
  }

  private static long median(List<Long> times) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    assertThat(Arrays.stream(sorted).min().orElse(0))
        .as("the password was hashed")
        .isGreaterThan(5_000_000);
    return sorted[sorted.length / 2];
  }

  @Test
  void aSessionEndsWhenIdleAndAtItsAbsoluteEnd() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client idle = client.signIn(app, clock);
    clock.forward(Duration.ofMinutes(29));
    idle.get("/api/v1/me").is(200);
    clock.forward(Duration.ofMinutes(29));
    idle.get("/api/v1/me").is(200);
    clock.forward(Duration.ofMinutes(31));
    idle.get("/api/v1/me").is(401).by("not-signed-in");

    Client busy = client.signIn(app, clock);
    for (int i = 0; i < 28; i++) {
      busy.get("/api/v1/me").is(200);
      clock.forward(Duration.ofMinutes(25));
    }
    clock.forward(Duration.ofMinutes(21));
    busy.get("/api/v1/me").is(401).by("not-signed-in");
  }

  @Test
  void signOutOnOneNodeEndsAllSessionsOnTheOther() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client first = client.signIn(app, clock);
    clock.forward(Duration.ofSeconds(30));
    Client second = client.signIn(app, clock);
    try (Server other = town.serve(clock)) {
      Client elsewhere = Client.of(other);
      second.at(elsewhere).get("/api/v1/me").is(200);
      long before = town.home.journal().size();
      first.delete("/api/v1/session").is(204);
      second.at(elsewhere).get("/api/v1/me").is(401);
      second.get("/api/v1/me").is(401);
      assertThat(town.kindsSince(before)).containsExactly("sign-out");
    }
  }

  @Test
  void whoLeavesTheChainLosesEverythingAtOnceOnEveryNode() throws Exception {
    town.add("{id: qian.yi, party: hq, duties: [approver]}");
    App app = client.enrol("qian.yi", town.invitation("qian.yi"));
    Client qian = client.signIn(app, clock);
    String invitation = town.invitation("qian.yi");
    try (Server other = town.serve(clock)) {
      Client elsewhere = qian.at(Client.of(other));
      elsewhere.get("/api/v1/me").is(200);
      long before = town.home.journal().size();
      assertThat(town.leaves("qian.yi", "liu.min")).isEmpty();
      assertThat(town.kindsSince(before)).containsExactly("departure");
      elsewhere.get("/api/v1/me").is(401);
      qian.get("/api/v1/me").is(401);
    }
    clock.forward(Duration.ofSeconds(30));
    client.post("/api/v1/sign-in", app.shows(clock)).is(401).by("sign-in-failed");
    client
        .post(
            "/api/v1/sign-in/enrol", Map.of("invitation", invitation, "password", Client.PASSWORD))
        .is(401);
    town.add("{id: qian.yi, party: hq, duties: [approver]}");
    clock.forward(Duration.ofSeconds(30));
    client.post("/api/v1/sign-in", app.shows(clock)).is(401).by("sign-in-failed");
    assertThat(town.leaves("qian.yi", "liu.min")).isEmpty();
  }

  @Test
  void onlyThePersonOrAnOfficerSaysThatSomebodyLeavesAndTheLastOfficerStays() throws Exception {
    client.enrol("he.jun", town.invitation("he.jun"));
    assertThat(town.leaves("he.jun", Actor.OPERATOR)).contains("not-yours-to-end");
    assertThat(town.leaves("he.jun", "wang.fang")).contains("not-yours-to-end");
    assertThat(town.leaves("liu.min", "liu.min")).contains("last-protection-officer");
  }

  @Test
  void aPasswordThatIsGuessedFirstIsRefused() throws Exception {
    String invitation = town.invitation("he.jun");
    for (String common : List.of("Password123!", "1qaz2wsx3edc", "P@ssw0rd2026", "qwertyuiop12")) {
      client
          .post("/api/v1/sign-in/enrol", Map.of("invitation", invitation, "password", common))
          .is(422)
          .by("common-password");
    }
    client.enrol("he.jun", invitation);
  }

  @Test
  void aNewAccountEndsTheSessionsOfTheOld() throws Exception {
    Client old = client.as("he.jun", town, clock);
    client.enrol("he.jun", town.invitation("he.jun"));
    old.get("/api/v1/me").is(401);
  }

  @Test
  void everythingIsInTheLedgerAndNoSecretIs() throws Exception {
    long before = town.home.journal().size();
    Client wang = client.as("wang.fang", town, clock);
    wang.delete("/api/v1/session").is(204);
    assertThat(town.kindsSince(before))
        .containsExactly("invitation", "account", "sign-in", "sign-out");
  }

  @Test
  void aPageOfAnotherSiteCannotWriteWithTheCookie() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Map<String, String> shown = new LinkedHashMap<>(app.shows(clock));
    shown.put("session", "cookie");
    Said said = client.post("/api/v1/sign-in", shown).is(200);
    assertThat(said.json().has("token")).isFalse();
    String cookie = said.header("Set-Cookie");
    assertThat(cookie)
        .startsWith("__Host-tidemark=")
        .contains("; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/")
        .doesNotContain("Domain");
    Client browser = client.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    browser.get("/api/v1/me").is(200);
    browser.delete("/api/v1/session").is(403).by("cross-site");
    Client page = browser.with("X-Tidemark-Anti-Forgery", said.text("anti_forgery"));
    page.with("Sec-Fetch-Site", "cross-site").delete("/api/v1/session").is(403).by("cross-site");
    page.with("X-Tidemark-Anti-Forgery", "0".repeat(64))
        .delete("/api/v1/session")
        .is(403)
        .by("cross-site");
    page.with("Sec-Fetch-Site", "same-origin").delete("/api/v1/session").is(204);
    browser.get("/api/v1/me").is(401);
  }

  @Test
  void withoutASessionNothingIsAnswered() throws Exception {
    for (String path :
        List.of("/api/v1/me", "/api/v1/requests", "/api/v1/parties", "/api/v1/nothing", "/x")) {
      Said said = client.get(path).is(401).by("not-signed-in");
      assertThat(said.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
    client.with("Authorization", "Bearer " + "A".repeat(43)).get("/api/v1/me").is(401);
    client.with("Authorization", "Bearer x").get("/api/v1/me").is(401);
    client.with("Authorization", "Basic x").get("/api/v1/me").is(401);
    client.post("/api/v1/requests", Map.of()).is(401).by("not-signed-in");
  }
}
