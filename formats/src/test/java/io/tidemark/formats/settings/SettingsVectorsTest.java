package io.tidemark.formats.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.authorise.Chain;
import io.tidemark.authorise.Policy;
import io.tidemark.formats.condition.Canonical;
import io.tidemark.terms.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files in {@code vectors/settings}: the first word of a name says which reader it is for. A
 * bad one has a sibling {@code .expected} with the line and the name of each mistake.
 */
class SettingsVectorsTest {
  static final Path VECTORS = Path.of(System.getProperty("project.root", ".."), "vectors/settings");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  static final Policy POLICY = PolicyFile.builtIn();

  @ParameterizedTest
  @MethodSource
  void aGoodFileIsRead(Path file) throws IOException, BadSettings {
    assertThat(read(SettingsFile.open(file))).isNotNull();
  }

  @ParameterizedTest
  @MethodSource
  void aBadFileIsRefusedByLineAndName(Path file) throws IOException {
    String name = file.getFileName().toString();
    Path expected = file.resolveSibling(name.replace(".yaml", ".expected"));
    SettingsFile bad = SettingsFile.open(file);

    BadSettings refusal = catchThrowableOfType(BadSettings.class, () -> read(bad));

    assertThat(refusal).as(name).isNotNull();
    assertThat(refusal.faults())
        .extracting(fault -> (fault.line() + " " + fault.name()).strip())
        .containsExactlyElementsOf(Files.readAllLines(expected));
    assertThat(refusal.in(Language.ZH)).contains(name).contains("第 ");
    assertThat(refusal).hasMessageContaining(name).hasMessageContaining("line ");
  }

  static Stream<Path> aGoodFileIsRead() throws IOException {
    return files("good");
  }

  static Stream<Path> aBadFileIsRefusedByLineAndName() throws IOException {
    return files("bad");
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(VECTORS.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  private static Object read(SettingsFile file) throws BadSettings, IOException {
    String name = Path.of(file.name()).getFileName().toString();
    return switch (name.substring(0, name.indexOf('-'))) {
      case "chain" -> ChainFile.read(file, Chain.EMPTY, POLICY, TODAY, ChainFile.Mode.FOUNDING);
      case "policy" -> PolicyFile.read(file);
      case "plan" -> PlanFile.read(file, contract(), POLICY, Canonical.FOLDED);
      case "headings" -> HeadingsFile.read(file);
      case "columns" -> ColumnsFile.read(file, POLICY);
      default -> throw new IllegalArgumentException(name);
    };
  }

  static Chain contract() throws BadSettings, IOException {
    SettingsFile file = SettingsFile.open(VECTORS.resolve("good/chain-contract.yaml"));
    return ChainFile.read(file, Chain.EMPTY, POLICY, TODAY, ChainFile.Mode.FOUNDING).chain();
  }
}
