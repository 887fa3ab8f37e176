package io.tidemark.formats.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.calls.campaign.Campaign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of suspected callers, its description and its vectors say the same. */
final class SuspectsTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("project.root", ".."), "vectors", "callers");

  private static List<Path> files(String folder) throws Exception {
    try (Stream<Path> files = Files.list(VECTORS.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  static List<Path> good() throws Exception {
    return files("good");
  }

  static List<Path> bad() throws Exception {
    return files("bad");
  }

  @ParameterizedTest
  @MethodSource("good")
  void aGoodOneIsRead(Path file) throws Exception {
    List<SuspectsReader.Suspected> read = SuspectsReader.read(Files.readAllBytes(file));
    assertThat(read).hasSize(file.endsWith("one.json") ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aBadOneIsRefused(Path file) {
    assertThatThrownBy(() -> SuspectsReader.read(Files.readAllBytes(file)))
        .isInstanceOf(SuspectsReader.BadSuspects.class)
        .message()
        .doesNotContain("17012345678", "13800138000");
  }

  @Test
  void thereAreVectors() throws Exception {
    assertThat(good()).hasSizeGreaterThan(2);
    assertThat(bad()).hasSizeGreaterThan(12);
  }

  @Test
  void whatIsWrittenIsReadAndHasTheFieldsOfTheSchema() throws Exception {
    Campaign campaign =
        new Campaign(
            List.of(117_012_345_678L), 41, 38, 30, .082, -32.5, 900, 40, 20_000, 20_030, List.of());
    byte[] written = SuspectsJson.of(Instant.parse("2026-11-30T08:00:00Z"), List.of(campaign));
    SuspectsReader.Suspected read = SuspectsReader.read(written).get(0);
    assertThat(read.numbers()).containsExactly("17012345678");
    assertThat(read.log10Chance()).isEqualTo(-32.5 / Math.log(10));
    JsonMapper json = JsonMapper.builder().build();
    JsonNode schema = json.readTree(VECTORS.resolve("schema.json").toFile());
    JsonNode then = schema.get("$defs").get("campaign").get("then");
    JsonNode one = json.readTree(written).get("campaigns").get(0);
    assertThat(names(then.get("properties"))).isEqualTo(names(one));
    Set<String> required = new HashSet<>(Set.of("numbers", "evidence"));
    then.get("required").forEach(name -> required.add(name.asString()));
    assertThat(required).isEqualTo(names(one));
    assertThat(names(schema.get("properties"))).isEqualTo(names(json.readTree(written)));
  }

  private static Set<String> names(JsonNode object) {
    return new HashSet<>(object.propertyNames());
  }
}
