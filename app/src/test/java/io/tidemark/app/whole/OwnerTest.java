package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.formats.bundle.OwnerFile;
import io.tidemark.history.Event;
import io.tidemark.history.OwnerHistory;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A person's history: made, checked offline, forged, shown twice. */
final class OwnerTest {
  @TempDir private Path folder = Path.of(".");

  private static JsonNode export(Desk desk, String key, Path out, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("owner", "export", "--policy", "-", "--as", "liu.min", "--credential", key));
    command.addAll(List.of("--out", out.toString(), "--json"));
    command.addAll(List.of(more));
    return desk.given(Counter.POLICY, command.toArray(String[]::new)).ends(0).json();
  }

  private static void lookUp(Desk desk, String key) {
    desk.given(
            Counter.POLICY,
            "look-up",
            "--as",
            "lin.na",
            "--credential",
            key,
            "--task",
            "renewal",
            "--policy",
            "-")
        .ends(0);
  }

  private static boolean holds(JsonNode verified, String name) {
    for (JsonNode check : verified.get("checks")) {
      if (check.get("name").asString().equals(name)) {
        return check.get("ok").asBoolean();
      }
    }
    throw new AssertionError("no check " + name);
  }

  private static List<String> kinds(Path file) throws Exception {
    return OwnerFile.read(file).events().stream().map(Event::kind).toList();
  }

  @Test
  void aPersonSeesTheWholeHistoryAndAnybodyChecksIt() throws Exception {
    Counter counter = Counter.open(folder);
    Desk desk = counter.desk();
    String officer = counter.enrol("liu.min");
    String clerk = counter.enrol("lin.na");
    lookUp(desk, clerk);
    Path first = folder.resolve("first.zip");
    JsonNode made = export(desk, officer, first);
    assertThat(made.get("events").asInt()).isEqualTo(2);
    assertThat(kinds(first)).containsExactly("deposit", "look-up");
    String key = desk.json(0, "ledger", "checkpoint").get("public_key").asString();
    JsonNode verified = desk.json(0, "verify", first.toString(), "--key", key);
    assertThat(verified.get("valid").asBoolean()).isTrue();
    for (String check : List.of("key", "ledger", "root", "chain", "map", "events", "entries")) {
      assertThat(holds(verified, check)).as(check).isTrue();
    }
    lookUp(desk, clerk);
    Path second = folder.resolve("second.zip");
    export(desk, officer, second, "--full");
    assertThat(kinds(second)).containsExactly("deposit", "look-up", "owner-export", "look-up");
    JsonNode both = desk.json(0, "verify", first.toString(), second.toString(), "--key", key);
    assertThat(holds(both, "same-history")).isTrue();
    assertThat(desk.json(0, "history", "publish").get("number").asInt()).isEqualTo(3);
    assertThat(desk.json(0, "ledger", "fsck").get("ok").asBoolean()).isTrue();
    assertThat(new String(Files.readAllBytes(first), StandardCharsets.ISO_8859_1))
        .doesNotContain("13800138001");
  }

  @Test
  void nobodyElseExportsAndNobodyIsNamed() throws Exception {
    Counter counter = Counter.open(folder);
    String clerk = counter.enrol("lin.na");
    Path out = folder.resolve("no.zip");
    String[] command = {
      "owner", "export", "--policy", "-", "--as", "lin.na", "--credential", clerk, "--out"
    };
    List<String> all = new ArrayList<>(List.of(command));
    all.add(out.toString());
    counter.desk().given(Counter.POLICY, all.toArray(String[]::new)).ends(4);
    assertThat(out).doesNotExist();
    String officer = counter.enrol("liu.min");
    all.set(5, "liu.min");
    all.set(7, officer);
    counter
        .desk()
        .given("PDAA2026000000000009", all.toArray(String[]::new))
        .ends(2)
        .because("nobody has this number");
  }

  @Test
  void aFileFromWhichAnEntryIsLeftOutDoesNotPass() throws Exception {
    Counter counter = Counter.open(folder);
    String officer = counter.enrol("liu.min");
    lookUp(counter.desk(), counter.enrol("lin.na"));
    Path whole = folder.resolve("whole.zip");
    export(counter.desk(), officer, whole);
    OwnerHistory history = OwnerFile.read(whole);
    for (int left = 0; left < history.events().size(); left++) {
      List<Event> events = new ArrayList<>(history.events());
      events.remove(left);
      Path forged = folder.resolve("forged-" + left + ".zip");
      try (OutputStream out = Files.newOutputStream(forged)) {
        OwnerFile.write(
            out,
            new OwnerHistory(
                history.secret(),
                events,
                history.proof(),
                history.rootEntry(),
                history.entries(),
                history.bundledKey()));
      }
      JsonNode verified = counter.desk().json(1, "verify", forged.toString());
      assertThat(holds(verified, "map")).isFalse();
      assertThat(holds(verified, "ledger")).isTrue();
    }
  }

  /** The insurer's home goes on as two, and tells two owners two stories. */
  @Test
  void aForkIsFoundWhenBothFilesMeet() throws Exception {
    Counter counter = Counter.open(folder);
    String officer = counter.enrol("liu.min");
    String clerk = counter.enrol("lin.na");
    Desk other = new Desk(folder.resolve("other"));
    Folders.copy(counter.desk().home(), other.home());
    lookUp(other, clerk);
    Path one = folder.resolve("one.zip");
    Path two = folder.resolve("two.zip");
    export(counter.desk(), officer, one);
    export(other, officer, two);
    JsonNode met = counter.desk().json(1, "verify", one.toString(), two.toString());
    assertThat(holds(met, "1/map") && holds(met, "2/map")).as("each passes alone").isTrue();
    assertThat(holds(met, "same-roots")).isFalse();
    JsonNode alike = counter.desk().json(0, "verify", one.toString(), one.toString());
    assertThat(alike.get("valid").asBoolean()).isTrue();
  }
}
