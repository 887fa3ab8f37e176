package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.PeoplesKeys;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Standing grants over HTTP: what they wait for, and proposing them anew. */
final class GrantsTest {
  private static final String GRANTS = "/api/v1/grants";
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client client;
  private Client wang;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    client = Client.of(server);
    wang = client.as("wang.fang", town, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aGrantThatWaitsForSomebodyWhoLeftSaysWhatToDo() throws Exception {
    town.apply(
        """
        people: [{id: he.yu, party: hq, duties: [approver]}]
        grants:
          - to: ag-0001
            purpose: underwriting
            columns: [姓名, 车牌号]
            people_at_most: 25
            until: 2029-12-31
            approved_by: [liu.min, he.yu]
        """);
    JsonNode waits = lastGrant(wang);
    assertThat(waits.get("state").asString()).isEqualTo("proposed");
    assertThat(waits.get("waits_for").toString()).isEqualTo("[\"he.yu\",\"liu.min\"]");
    assertThat(waits.get("gone").isEmpty()).isTrue();
    assertThat(waits.get("hint").isNull()).isTrue();
    assertThat(town.leaves("he.yu", "liu.min")).isEmpty();
    JsonNode stuck = lastGrant(wang);
    assertThat(stuck.get("gone").toString()).isEqualTo("[\"he.yu\"]");
    assertThat(stuck.get("hint").asString()).contains("waits in vain for he.yu", "revoke");
    assertThat(lastGrant(wang.with("Accept-Language", "zh")).get("hint").asString())
        .contains("等不到 he.yu");
  }

  private static JsonNode lastGrant(Client client) throws Exception {
    JsonNode grants = client.get("/api/v1/grants?limit=200").is(200).json().get("items");
    return grants.get(grants.size() - 1);
  }

  private static String founding(Client client) throws Exception {
    return client.get(GRANTS).is(200).json().get("items").get(0).get("grant").asString();
  }

  private static Map<String, String> until(String day) {
    return Map.of("until", day);
  }

  @Test
  void aGrantIsRenewedOnceSignedAndRecorded() throws Exception {
    String grant = founding(wang);
    String path = GRANTS + "/" + grant + "/renew";
    wang.post(path, until("2030-12-31")).is(403).by("not-longer");
    wang.post(path, Map.of()).is(422).by("no-day");
    wang.post(path, until("someday")).is(400);
    wang.post(GRANTS + "/g-0000000000000000/renew", until("2031-12-31")).is(404);
    client.as("chen.wei", town, clock).post(path, until("2031-12-31")).is(403).by("own-request");
    client.as("sun.yue", town, clock).post(path, until("2031-12-31")).is(403).by("not-your-duty");

    JsonNode renewed = wang.post(path, until("2031-12-31")).is(201).json();
    assertThat(renewed.get("renews").asString()).isEqualTo(grant);
    assertThat(renewed.get("state").asString()).isEqualTo("proposed");
    assertThat(renewed.get("waits_for").toString()).isEqualTo("[\"chen.wei\",\"liu.min\"]");
    PeoplesKeys people = new PeoplesKeys();
    long index = renewed.get("entry").asLong();
    for (byte[] entry : town.home.entries(0, (int) index)) {
      people.next(Entry.parse(entry));
    }
    Entry entry = Entry.parse(town.home.entries(index, 1).get(0));
    assertThat(entry.value("signed-by")).isPresent();
    assertThat(people.next(entry)).isEmpty();

    long before = town.home.journal().size();
    assertThat(wang.post(path, until("2032-12-31")).is(409).by("renewal-waits").text("detail"))
        .contains(renewed.get("grant").asString(), "revoke");
    assertThat(town.kindsSince(before)).containsExactly("refusal");
    town.revoke(renewed.get("grant").asString());
  }

  @Test
  void whatThePolicyDoesNotAllowAnyMoreIsNotRenewed() throws Exception {
    String path = GRANTS + "/" + founding(wang) + "/renew";
    String usual = PolicyFile.builtInFile().text();
    town.policy(usual.replace("people: 50000\n", "people: 100\n"));
    try {
      assertThat(wang.post(path, until("2033-12-31")).is(403).by("too-many-people").text("detail"))
          .contains("cannot be renewed on these terms", "chain apply");
    } finally {
      town.policy(usual);
    }
  }
}
