package io.tidemark.chainsim.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
  private static final Path SAMPLES = Path.of(System.getProperty("project.root", ".."), "samples");
  private static final long SEED = 7;
  private static final long PEOPLE = 1_922;

  @Test
  void theRepositorysSamplesAreWhatTheGeneratorWrites(@TempDir Path fresh) throws IOException {
    SampleWorld.write(fresh, SEED, PEOPLE);

    assertThat(files(SAMPLES.resolve("subjects"))).isEqualTo(files(fresh.resolve("subjects")));
    for (String file : files(fresh)) {
      assertThat(SAMPLES.resolve(file)).hasSameBinaryContentAs(fresh.resolve(file));
    }
  }

  @Test
  void theSamplePortfolioHasTwoThousandRows() {
    assertThat(SampleWorld.of(SEED, PEOPLE).portfolio().rows()).hasSize(2_000);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
