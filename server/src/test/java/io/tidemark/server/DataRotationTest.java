package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authorise.Actor;
import io.tidemark.custody.keys.Rotating;
import io.tidemark.ledger.Entry;
import io.tidemark.server.http.Faults;
import io.tidemark.server.rotation.DataRotation;
import io.tidemark.server.rules.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The data key changes over HTTPS, in the background, and no cut-off leaves it half changed. */
@Timeout(120)
final class DataRotationTest {
  private static final String KEYS = "/api/v1/keys";
  private static final String ROTATIONS = KEYS + "/data-rotations";

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private Server server;
  private Client officer;

  @BeforeEach
  void open() throws Exception {
    server = town.serve(clock);
    officer = Client.of(server).as("liu.min", town, clock);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private int epoch() throws Exception {
    JsonNode data = officer.get(KEYS).is(200).json().get("data");
    return data.get(data.size() - 1).get("use").asInt();
  }

  private void untilItEnded() throws Exception {
    while (!officer.get(KEYS).is(200).json().get("rotation").isNull()) {
      Thread.onSpinWait();
    }
  }

  private List<String> states(long since) throws Exception {
    return town.home.entries(since, 100).stream()
        .map(
            bytes -> {
              try {
                return Entry.parse(bytes);
              } catch (Entry.BadEntry e) {
                throw new AssertionError(e);
              }
            })
        .filter(entry -> entry.kind().equals("key-rotation"))
        .map(entry -> entry.value("actor").orElse("") + " " + entry.value("state").orElse(""))
        .toList();
  }

  @Test
  void aRotationIsBegunOverHttpsAndEndsByItself() throws Exception {
    long before = town.home.journal().size();
    int epoch = epoch();
    Client.of(server)
        .as("wang.fang", town, clock)
        .post(ROTATIONS, Map.of())
        .is(403)
        .by("not-your-duty");
    JsonNode begun = officer.post(ROTATIONS, Map.of()).is(202).json();
    assertThat(begun.get("epoch").asInt()).isEqualTo(epoch + 1);
    assertThat(begun.get("total").asLong()).isPositive();
    untilItEnded();
    assertThat(states(before)).containsExactly("liu.min begun", "liu.min ended");
    assertThat(epoch()).isEqualTo(epoch + 1);
    assertThat(town.home.rotation().olderThan(epoch + 1)).isZero();
  }

  @Test
  void whatNobodyIsAtIsTakenUpOnlyWhenItHasNotMoved() throws Exception {
    Rules rules = new Rules(town.home, clock);
    long before = town.home.journal().size();
    Rotating elsewhere =
        new Rotating(
            rules.inForce().register(), town.home.keys(), town.home.vault(), town.home.rotation());
    int epoch = elsewhere.begin(Actor.operator()).epoch(); // its node dies here
    DataRotation here = new DataRotation(town.home, rules, new Faults(words -> {}));
    try {
      here.takeUp();
      assertThat(town.home.rotation().running())
          .hasValueSatisfying(at -> assertThat(at.done()).isZero());
      here.takeUp();
      untilItEnded();
    } finally {
      here.destroy();
    }
    assertThat(states(before)).containsExactly("operator begun", "operator ended");
    assertThat(epoch()).isEqualTo(epoch);
  }
}
