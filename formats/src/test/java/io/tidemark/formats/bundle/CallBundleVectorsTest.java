package io.tidemark.formats.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.evidence.CallVerification;
import io.tidemark.evidence.Check;
import io.tidemark.ledger.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles about calls that are kept as files: what was written once is judged alike for ever. */
final class CallBundleVectorsTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("project.root", ".."), "vectors/call-bundle");

  private static List<String> failed(Path file) throws Exception {
    VerifierKey key = VerifierKey.parse(Files.readString(VECTORS.resolve("log.vkey")).strip());
    CallBundleFile.Read read = CallBundleFile.read(file);
    List<Check> checks = new ArrayList<>(List.of(read.manifest()));
    checks.addAll(
        new CallVerification(read.content().bundle(), Optional.of(key), Optional.empty()).run());
    return checks.stream().filter(check -> check.needed() && !check.ok()).map(Check::name).toList();
  }

  @Test
  void theHonestOneHolds() throws Exception {
    assertThat(failed(VECTORS.resolve("good/honest.zip"))).isEmpty();
  }

  static Stream<Path> aForgedOneFailsTheCheckThatItIsNamedAfter() throws IOException {
    try (Stream<Path> files = Files.list(VECTORS.resolve("bad"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource
  void aForgedOneFailsTheCheckThatItIsNamedAfter(Path file) throws Exception {
    assertThat(failed(file)).containsExactly(file.getFileName().toString().replace(".zip", ""));
  }
}
