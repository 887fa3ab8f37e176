package io.tidemark.bench.authority;

import io.tidemark.bench.CommandFailed;
import io.tidemark.bench.Ground;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code serve} in a process of its own; closing it ends it as an operator would. */
final class ServedHome implements AutoCloseable {
  private static final long STARTS_SECONDS = 180;
  private static final long LOOK_MILLIS = 50;

  private final Process process;
  private final JsonNode line;

  private ServedHome(Process process, JsonNode line) {
    this.process = process;
    this.line = line;
  }

  static ServedHome start(Ground ground) throws IOException, InterruptedException {
    Path out = ground.file("serve.json");
    Path err = ground.file("serve.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx1g", "-Xshare:auto"));
    command.addAll(ground.shell().launch("serve", "--port", "0", "--partner-port", "0"));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_SECONDS);
    while (System.nanoTime() < end && !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      String said = Files.readString(out);
      if (said.endsWith("\n")) {
        return new ServedHome(process, JsonMapper.builder().build().readTree(said));
      }
    }
    process.destroyForcibly();
    throw new CommandFailed("serve", -1, Files.readString(err));
  }

  URI partners() {
    return URI.create(line.get("partner_url").asString());
  }

  Path certificate() {
    return Path.of(line.get("certificate").asString());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STARTS_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
