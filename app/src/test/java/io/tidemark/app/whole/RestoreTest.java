package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.store.home.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The rehearsal: the home comes back, whole or as it stood between two disclosures. */
final class RestoreTest {
  private final Rehearsal kept = Rehearsal.get();

  @Test
  void theLastStateComesBackWhole() throws Exception {
    Path to = kept.folder.resolve("whole");
    JsonNode done = kept.restore(kept.backup, to, "--json").ends(0).json();
    assertThat(done.get("lost")).isEmpty();
    assertThat(done.get("public_key").asString()).isEqualTo(kept.key);
    Desk restored = new Desk(to);
    assertThat(restored.json(0, "ledger", "fsck").get("size").asLong())
        .isEqualTo(done.get("ledger_size").asLong());
    assertThat(accused(kept.traced(restored, "ag-1"))).isEqualTo("ag-1");
    assertThat(accused(kept.traced(restored, "ag-2"))).isEqualTo("ag-2");
    kept.restore(kept.backup, to).ends(5).because("is not empty", "new folder only");
    restored
        .type("backup", "--to", kept.backup.toString())
        .ends(3)
        .because("before it was restored");
    restored.json(0, "backup", "--to", kept.folder.resolve("second place").toString());
  }

  @Test
  void aMomentBetweenTwoDisclosuresComesBackAndTheLedgerOnlyGrows() throws Exception {
    Path to = kept.folder.resolve("earlier");
    JsonNode done =
        kept.restore(
                kept.backup,
                to,
                "--until",
                kept.between.toString(),
                "--head",
                kept.witnessed(),
                "--json")
            .ends(0)
            .json();
    List<String> lost = new ArrayList<>();
    done.get("lost")
        .forEach(one -> lost.add(one.get("kind").asString() + " " + one.get("what").asString()));
    assertThat(lost)
        .anyMatch(
            one ->
                one.startsWith("disclosure")
                    && one.contains(kept.second)
                    && one.contains("to ag-2"))
        .anyMatch(one -> one.startsWith("revocation grant g-"))
        .anyMatch(one -> one.startsWith("inquiry case c-"))
        .noneMatch(one -> one.contains(kept.first));

    Desk restored = new Desk(to);
    assertThat(restored.json(0, "ledger", "fsck").get("ok").asBoolean()).isTrue();
    kept.cosign(restored);
    assertThat(accused(kept.traced(restored, "ag-1"))).isEqualTo("ag-1");
    assertThat(kept.traced(restored, "ag-2").get("accused")).isEmpty();
    Desk.say(List.of("verify", kept.evidence, "--key", kept.key)).ends(0);
  }

  /** Between the entry that opens a copy and the one that says it is written. */
  @Test
  void aCopyOfWhichOnlyTheLedgerKnowsTheEndIsTraced() throws Exception {
    Path to = kept.folder.resolve("half");
    JsonNode done =
        kept.restore(kept.backup, to, "--until", releaseTime(kept.second), "--json").ends(0).json();
    assertThat(done.get("lost").get(0).get("kind").asString()).isEqualTo("release");
    assertThat(done.get("lost").get(0).get("matters").asBoolean()).isFalse();
    assertThat(done.get("open")).isEmpty();
    Desk restored = new Desk(to);
    Desk.Said next = restored.type("ledger", "fsck").ends(0);
    assertThat(next.err()).doesNotContain("was not delivered");
    assertThat(accused(kept.traced(restored, "ag-2"))).isEqualTo("ag-2");
  }

  private String releaseTime(String disclosure) throws Exception {
    try (Home home = Home.open(kept.desk.home(), System.getenv())) {
      return Ledgers.of(home).entries().stream()
          .filter(entry -> entry.kind().equals("release"))
          .filter(entry -> entry.value("disclosure").orElse("").equals(disclosure))
          .findFirst()
          .flatMap(entry -> entry.value("time"))
          .orElseThrow();
    }
  }

  private static String accused(JsonNode answer) {
    assertThat(answer.get("verdict").asString()).isEqualTo("named");
    return answer.get("accused").get(0).get("party").asString();
  }
}
