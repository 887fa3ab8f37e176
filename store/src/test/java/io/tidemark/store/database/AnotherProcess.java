package io.tidemark.store.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another JVM that uses a home, or holds a lock, until it is told to end or is killed. */
final class AnotherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private AnotherProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  static AnotherProcess using(Path home, Map<String, String> environment) {
    return start("use", home, environment);
  }

  static AnotherProcess using(Path home) {
    return using(home, Map.of());
  }

  static AnotherProcess locking(Path file) {
    return start("lock", file, Map.of());
  }

  private static AnotherProcess start(String what, Path path, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            AnotherProcess.class.getName(),
            what,
            path.toString());
    builder.environment().putAll(environment);
    try {
      return new AnotherProcess(builder.redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line that it says; null once its output is at its end. */
  @Nullable String says() {
    try {
      return output.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends as a command ends. */
  void finish() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the other process does not end");
    }
  }

  /** Ends by kill -9. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The other process: says its address and what it noted, then waits for the end of its input. */
  public static void main(String[] arguments) throws Exception {
    Path path = Path.of(arguments[1]);
    if (arguments[0].equals("lock")) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.lock();
        say("locked");
        awaitEndOfInput();
      }
      return;
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.attach(path)) {
      say(database.jdbcUrl());
      say(database.note().map(words -> words.en()).orElse("nothing"));
      awaitEndOfInput();
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void awaitEndOfInput() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
