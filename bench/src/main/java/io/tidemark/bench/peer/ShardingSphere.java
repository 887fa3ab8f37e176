package io.tidemark.bench.peer;

import io.tidemark.bench.Ground;
import io.tidemark.bench.Stage;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * ShardingSphere-JDBC with AES for every column and a mask for the phone, and plain JDBC beside it,
 * over a {@link PeerTable}; in a process of their own.
 */
public final class ShardingSphere {
  /** What stands in a report where the peers were not built. */
  public static final Words MISSING =
      new Words(
          "不可用：mvn -Ppeers -pl peers package", "not available: mvn -Ppeers -pl peers package");

  private static final long LONGEST_SECONDS = 900;

  private ShardingSphere() {}

  /** Both, measured in one process. */
  public record Peers(Times plain, Times sharding) {}

  /** Reads the first rows of the table again and again; nothing where the peers were not built. */
  public static Optional<Peers> read(Stage stage, Ground ground, int rows, int warm, int rounds)
      throws Exception {
    Optional<Path> built = stage.sources().map(sources -> sources.resolve("peers/target"));
    if (built.isEmpty() || !Files.isDirectory(built.get().resolve("lib"))) {
      return Optional.empty();
    }
    stage.say("测量对照…", "measuring the peers …");
    Path out = ground.file("peers.json");
    Path err = ground.file("peers.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xmx1g",
                    "-cp",
                    built.get().resolve("classes") + ":" + built.get().resolve("lib") + "/*",
                    "io.tidemark.peers.Lists",
                    PeerTable.PLAIN,
                    String.valueOf(rows),
                    String.valueOf(warm),
                    String.valueOf(rounds)))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    EmbeddedDatabase database = EmbeddedDatabase.attach(ground.file("home"));
    try {
      builder.environment().put("PEER_URL", database.jdbcUrl());
      builder.environment().put("PEER_USER", database.user());
      builder.environment().put("PEER_PASSWORD", database.password());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } finally {
      database.close();
    }
    String said = Files.readString(out);
    int from = said.lastIndexOf("{\"plain\"");
    if (from < 0) {
      stage.say("对照没有结果：见 " + err, "the peers gave no result: see " + err);
      return Optional.empty();
    }
    JsonNode times = JsonMapper.builder().build().readTree(said.substring(from));
    return Optional.of(
        new Peers(Times.of(nanos(times.get("plain"))), Times.of(nanos(times.get("sharding")))));
  }

  private static long[] nanos(JsonNode times) {
    long[] nanos = new long[times.size()];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = times.get(i).asLong();
    }
    return nanos;
  }
}
