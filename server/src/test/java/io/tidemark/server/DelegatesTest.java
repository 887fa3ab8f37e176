package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Entry;
import io.tidemark.server.Client.Said;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For whom an approver speaks, over HTTP. */
final class DelegatesTest {
  private static final String REQUESTS = "/api/v1/requests";

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client client;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    client = Client.of(server);
    town.lend("chen.wei", "he.jun", 3);
  }

  @AfterEach
  void stop() {
    town.lend("chen.wei", "he.jun", -1);
    server.close();
  }

  @Test
  void aDelegateSaysForWhomAndOnlyForWhomItWasLent() throws Exception {
    Client wang = client.as("wang.fang", town, clock);
    Client he = client.as("he.jun", town, clock);
    String first = asked(wang);
    he.post(REQUESTS + "/" + first + "/approve", Map.of("for", "zhao.lei"))
        .is(403)
        .by("no-delegation");
    he.post(REQUESTS + "/" + first + "/reject", Map.of("why", "x", "for", "zhao.lei"))
        .is(403)
        .by("no-delegation");
    badged(he.post(REQUESTS + "/" + first + "/approve", Map.of("for", "chen.wei")).is(200));
    String second = asked(wang);
    Map<String, String> no = Map.of("why", "too many", "for", "chen.wei");
    badged(he.post(REQUESTS + "/" + second + "/reject", no).is(200));
    he.post(REQUESTS + "/" + first + "/approve", Map.of("for", "chen.wei", "as", "x")).is(400);
  }

  private String asked(Client wang) throws Exception {
    return wang.post(REQUESTS, WriteOnceTest.wanted(Town.policyNumber(9))).is(201).text("request");
  }

  private void badged(Said said) throws Exception {
    Entry entry = Entry.parse(town.home.entries(said.json().get("entry").asLong(), 1).get(0));
    assertThat(entry.value("actor")).contains("he.jun");
    assertThat(entry.value("badge")).contains("delegate");
    assertThat(entry.value("for")).contains("chen.wei");
  }
}
