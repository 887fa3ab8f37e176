package io.tidemark.bench.tracing;

import io.tidemark.bench.CommandFailed;
import io.tidemark.bench.Ground;
import io.tidemark.bench.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows leaks to {@code trace} in one home. Thread-safe. */
final class Tracing {
  private static final int UNREADABLE = 3;

  /** Found or not found, and the same where some lines could not be read. */
  private static final Set<Integer> ANSWERED = Set.of(0, 1, 6);

  private final Ground ground;
  private final AtomicInteger files = new AtomicInteger();

  Tracing(Ground ground) {
    this.ground = ground;
  }

  Ground ground() {
    return ground;
  }

  /** The verdict on this material. */
  Trial trial(Material material) throws IOException {
    Path file = ground.file("leak-" + files.incrementAndGet() + material.ending());
    material.writing().to(file);
    try {
      return new Trial(material.label(), trace(file), material.sources());
    } finally {
      Files.delete(file);
    }
  }

  /** The verdict on this file. */
  Finding trace(Path file) {
    long begun = System.nanoTime();
    Shell.Result answer = ground.shell().run("trace", file.toString());
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (answer.exit() == UNREADABLE) {
      return Finding.unreadable(seconds);
    }
    if (!ANSWERED.contains(answer.exit())) {
      throw new CommandFailed("trace", answer.exit(), answer.notes());
    }
    return Finding.of(answer.json(), seconds);
  }
}
