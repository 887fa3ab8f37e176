package io.tidemark.bench.tracing;

import io.tidemark.bench.CommandFailed;
import io.tidemark.bench.Ground;
import io.tidemark.bench.Shell;
import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.LeakedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows leaks to {@code trace}. Thread-safe. */
final class Tracing {
  private final Ground ground;
  private final AtomicInteger files = new AtomicInteger();

  Tracing(Ground ground) {
    this.ground = ground;
  }

  /** The verdict on this leak. */
  Finding trace(LeakedTable leak) throws IOException {
    Path file = ground.file("leak-" + files.incrementAndGet() + ".csv");
    FileShape.UTF8.write(file, leak);
    try {
      return trace(file);
    } finally {
      Files.delete(file);
    }
  }

  /** The verdict on this file. */
  Finding trace(Path file) {
    long begun = System.nanoTime();
    Shell.Result answer = ground.shell().run("trace", file.toString());
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (answer.exit() > 1) {
      throw new CommandFailed("trace", answer.exit(), answer.notes());
    }
    List<String> accused = new ArrayList<>();
    answer.json().get("accused").forEach(one -> accused.add(one.get("party").asString()));
    return new Finding(
        answer.json().get("verdict").asString().equals("named"), List.copyOf(accused), seconds);
  }
}
