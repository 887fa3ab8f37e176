package io.tidemark.bench.tracing;

import io.tidemark.bench.Ground;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Releases a plan and counts the files meanwhile. */
final class Releasing {
  private static final String COPY = ".csv";

  private Releasing() {}

  /** The disclosures that {@code disclose --plan} answers with. */
  static JsonNode plan(Stage stage, Ground ground, Words what, int releases, int honey) {
    stage.say("释放：" + what.zh(), "release of " + what.en());
    Progress progress = new Progress(stage, "份释放", "releases");
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    ScheduledFuture<?> counting =
        watch.scheduleWithFixedDelay(
            () -> progress.at(written(ground.file("out")), releases), 5, 5, TimeUnit.SECONDS);
    try {
      List<String> command =
          new ArrayList<>(List.of("disclose", "--plan", ground.file("plan.yaml").toString()));
      if (honey > 0) {
        command.addAll(List.of("--honey", String.valueOf(honey)));
      }
      return ground.shell().expect(List.of(0), command.toArray(String[]::new)).get("disclosures");
    } finally {
      counting.cancel(true);
      watch.shutdownNow();
    }
  }

  private static long written(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(COPY)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
