package io.tidemark.bench.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bench.Line;
import io.tidemark.bench.Stage;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick form ends, and its file verifies. */
class HistorySpeedTest {
  @TempDir private Path folder = Path.of(".");

  @Test
  void everyLineIsThere() throws Exception {
    Stage stage =
        new Stage(
            folder,
            1,
            "",
            true,
            Optional.empty(),
            home -> {
              throw new IllegalStateException("no command is typed");
            },
            words -> {});
    var lines = new HistorySpeed(stage).lines();
    assertThat(lines).extracting(Line::what).doesNotHaveDuplicates().hasSize(5);
  }
}
