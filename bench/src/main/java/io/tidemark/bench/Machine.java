package io.tidemark.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the figures were taken on. */
public final class Machine {
  private Machine() {}

  /** Version, JDK, PostgreSQL, cores and memory in one line. */
  public static String facts(Optional<Path> sources, String database) {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return String.format(
        Locale.ROOT,
        "Tidemark %s, JDK %s, PostgreSQL %s, %d cores, %.0f GiB, %s %s",
        version(sources),
        Runtime.version(),
        database,
        Runtime.getRuntime().availableProcessors(),
        memory / (double) (1 << 30),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
  }

  /** The commit of the source tree, or the version where git does not know it. */
  public static String version(Optional<Path> sources) {
    return sources.flatMap(Machine::commit).orElse("0.1.0");
  }

  private static Optional<String> commit(Path sources) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(sources.toFile())
              .redirectErrorStream(true)
              .start();
      git.getOutputStream().close();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0
          ? Optional.of(said)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
