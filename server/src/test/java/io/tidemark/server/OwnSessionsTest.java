package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.App;
import io.tidemark.server.Client.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People see their sessions one by one, end one, and hold one at a time in one place. */
final class OwnSessionsTest {
  private static final String SESSIONS = "/api/v1/me/sessions";

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

  private Client signedIn(App app) throws Exception {
    clock.forward(Duration.ofSeconds(30));
    return client.signIn(app, clock);
  }

  private static JsonNode list(Client person) throws Exception {
    return person.get(SESSIONS).is(200).json().get("items");
  }

  /** The session in which this person asks. */
  private static String own(Client person) throws Exception {
    for (JsonNode one : list(person)) {
      if (one.get("this").asBoolean()) {
        return one.get("id").asString();
      }
    }
    throw new AssertionError("none is this one");
  }

  @Test
  void eachSessionIsListedWithItsBeginningItsFactorAndItsLastUse() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    long entry = town.home.journal().size();
    Client old = signedIn(app);
    Instant begun = clock.instant();
    clock.forward(Duration.ofMinutes(10));
    old.get("/api/v1/me").is(200);
    Client wang = signedIn(app);
    JsonNode listed = list(wang);
    assertThat(listed).hasSize(2);
    JsonNode first = listed.get(1);
    assertThat(first.get("id").asString()).isEqualTo(String.valueOf(entry));
    assertThat(first.get("by").asString()).isEqualTo("code");
    assertThat(first.get("this").asBoolean()).isFalse();
    assertThat(listed.get(0).get("this").asBoolean()).isTrue();
    assertThat(Instant.parse(first.get("begun").asString()))
        .isBetween(begun.minusSeconds(10), begun.plusSeconds(10));
    assertThat(Instant.parse(first.get("used").asString())).isAfter(begun.plusSeconds(500));
    assertThat(Instant.parse(first.get("until").asString())).isAfter(begun.plusSeconds(40_000));
    assertThat(first.propertyNames())
        .containsExactlyInAnyOrder("id", "by", "begun", "used", "until", "this");
    clock.forward(Duration.ofMinutes(29));
    wang.get("/api/v1/me").is(200);
    clock.forward(Duration.ofMinutes(2));
    assertThat(list(wang)).as("the idle one has ended").hasSize(1);
  }

  @Test
  void oneSessionEndsOnEveryNodeAndTheOthersGoOn() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client lost = signedIn(app);
    Client other = signedIn(app);
    Client wang = signedIn(app);
    String id = own(lost);
    try (Server elsewhere = town.serve(clock)) {
      Client there = lost.at(Client.of(elsewhere));
      there.get("/api/v1/me").is(200);
      long before = town.home.journal().size();
      wang.delete(SESSIONS + "/" + id).is(204);
      there.get("/api/v1/me").is(401).by("not-signed-in");
      Entry entry = Entry.parse(town.home.entries(before, 1).get(0));
      assertThat(entry.kind()).isEqualTo("session-end");
      assertThat(entry.value("sign-in")).hasValue(id);
    }
    lost.get("/api/v1/me").is(401);
    other.get("/api/v1/me").is(200);
    wang.get("/api/v1/me").is(200);
    wang.delete(SESSIONS + "/" + id).is(404).by("not-found");
  }

  @Test
  void theOneThatAsksCanEndItselfAndTheBrowserForgetsIt() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client wang = signedIn(app);
    Said ended = wang.delete(SESSIONS + "/" + own(wang)).is(204);
    assertThat(ended.header("Clear-Site-Data")).contains("cookies");
    wang.get("/api/v1/me").is(401);
  }

  @Test
  void nobodySeesOrEndsASessionOfSomebodyElse() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    Client he = client.as("he.jun", town, clock);
    long before = town.home.journal().size();
    Said others = he.delete(SESSIONS + "/" + own(wang)).is(404).by("not-found");
    Said none = he.delete(SESSIONS + "/999999999").is(404).by("not-found");
    assertThat(others.text("detail")).isEqualTo(none.text("detail"));
    he.delete(SESSIONS + "/x").is(400);
    assertThat(town.kindsSince(before)).isEmpty();
    assertThat(list(he)).hasSize(1);
    wang.get("/api/v1/me").is(200);
    client.get(SESSIONS).is(401).by("not-signed-in");
  }

  @Test
  void pagesLeadThroughAllOfThemOnce() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client wang = client;
    for (int i = 0; i < 3; i++) {
      wang = signedIn(app);
    }
    List<String> seen = new ArrayList<>();
    String next = SESSIONS + "?limit=2";
    while (next != null) {
      JsonNode page = wang.get(next).is(200).json();
      page.get("items").forEach(one -> seen.add(one.get("id").asString()));
      next = page.get("next").isNull() ? null : page.get("next").asString();
    }
    assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    wang.get(SESSIONS + "?limit=0").is(400).by("bad-limit");
    wang.get(SESSIONS + "?after=x").is(400).by("unknown-cursor");
  }

  @Test
  void signingInWithASessionStillHeldEndsThatOne() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client held = signedIn(app);
    String id = own(held);
    clock.forward(Duration.ofSeconds(30));
    Map<String, String> shown = app.shows(clock);
    held.post("/api/v1/sign-in", Map.of("person", "wang.fang", "password", "x", "code", "000000"))
        .is(401);
    held.get("/api/v1/me").is(200);
    long before = town.home.journal().size();
    String token = held.post("/api/v1/sign-in", shown).is(200).text("token");
    Entry entry = Entry.parse(town.home.entries(before, 1).get(0));
    assertThat(entry.value("by")).hasValue("code");
    assertThat(entry.value("ends")).hasValue(id);
    held.get("/api/v1/me").is(401).by("not-signed-in");
    assertThat(list(client.with("Authorization", "Bearer " + token))).hasSize(1);
  }

  @Test
  void aBrowserThatSignsInAgainHasOneSession() throws Exception {
    App app = client.enrol("wang.fang", town.invitation("wang.fang"));
    Client before = inCookie(client, app);
    before.get("/api/v1/me").is(200);
    Client after = inCookie(before, app);
    before.get("/api/v1/me").is(401);
    assertThat(list(after)).hasSize(1);
  }

  private Client inCookie(Client browser, App app) throws Exception {
    clock.forward(Duration.ofSeconds(30));
    Map<String, String> shown = new java.util.LinkedHashMap<>(app.shows(clock));
    shown.put("session", "cookie");
    Said said = browser.post("/api/v1/sign-in", shown).is(200);
    String cookie = said.header("Set-Cookie");
    return client
        .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("X-Tidemark-Anti-Forgery", said.text("anti_forgery"));
  }
}
