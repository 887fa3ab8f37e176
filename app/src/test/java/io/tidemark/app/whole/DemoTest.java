package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole story, with few people. */
final class DemoTest {
  @TempDir private Path folder = Path.of(".");

  @Test
  void theStoryEndsWithTheRightAgentNamed() {
    Path out = folder.resolve("demo");
    Desk.Said said =
        Desk.say(
            List.of(
                "demo",
                "--people",
                "400",
                "--seed",
                "3",
                "--out",
                out.toString(),
                "--json",
                "--lang",
                "en"));
    JsonNode told = said.ends(0).json();
    assertThat(told.get("verdict").asString()).isEqualTo("named");
    assertThat(told.get("accused")).hasSize(1);
    assertThat(told.get("accused").get(0)).isEqualTo(told.get("truth"));
    assertThat(told.get("valid").asBoolean()).isTrue();
    assertThat(Path.of(told.get("bundle").asString())).isRegularFile();
    assertThat(Files.exists(Path.of(told.get("leak").asString()))).isTrue();
    assertThat(said.err()).contains("1/7", "7/7", "The bundle is valid.");
  }
}
