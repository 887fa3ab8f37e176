package io.tidemark.bench.authority;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Shell;
import io.tidemark.bench.Stage;
import io.tidemark.bench.authority.LookUpLoad.Clerk;
import io.tidemark.bench.authority.LookUpLoad.Order;
import io.tidemark.bench.authority.LookUpLoad.Result;
import io.tidemark.formats.settings.BadSettings;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks people up over HTTPS: a server in one process, who asks in another, on loopback. */
final class LookUpSpeed {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** None, too many requests, unavailable. */
  private static final Set<Integer> OVERLOADED = Set.of(0, 429, 503);

  private static final long P99_BAR = 10_000_000;
  private static final int START_SECONDS = 120;

  private final Stage stage;
  private final Path folder;

  LookUpSpeed(Stage stage) throws IOException {
    this.stage = stage;
    this.folder = Files.createDirectories(stage.folder().resolve("look-ups"));
  }

  List<Line> lines() throws IOException, InterruptedException, BadSettings {
    stage.say("测量查询（HTTPS）…", "measuring look-ups (HTTPS) …");
    List<Result> results = measure();
    return List.of(line(results.get(0)), held(results));
  }

  private List<Result> measure() throws IOException, InterruptedException, BadSettings {
    Shell shell = stage.shell(folder.resolve("home"));
    int clerks = stage.size(20, 2);
    List<Clerk> invited =
        new LookUpWorld(folder, shell).found(stage.seed(), clerks, stage.size(20_000, 1_000));
    Path said = folder.resolve("serve.json");
    Process server = start(shell.launch("serve", "--port", "0"), said, "serve.txt");
    server.getOutputStream().close();
    try {
      JsonNode where = where(server, said);
      return load(
          new Order(
              where.get("url").asString(),
              where.get("certificate").asString(),
              invited,
              stage.quick() ? List.of(100, 50) : List.of(500, 400, 300, 200, 100),
              stage.size(180, 2),
              stage.size(30, 2),
              P99_BAR));
    } finally {
      server.destroy();
      if (!server.waitFor(60, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    }
  }

  private List<Result> load(Order order) throws IOException, InterruptedException {
    Path said = folder.resolve("load.json");
    List<String> command =
        List.of("-cp", System.getProperty("java.class.path"), LookUpLoad.class.getName());
    Process load = start(command, said, "load.txt");
    try (OutputStream in = load.getOutputStream()) {
      in.write(JSON.writeValueAsBytes(order));
    }
    if (load.waitFor() != 0) {
      throw new IOException("the load ended: " + Files.readString(folder.resolve("load.txt")));
    }
    return JSON.readValue(Files.readAllBytes(said), new TypeReference<List<Result>>() {});
  }

  private Process start(List<String> command, Path out, String err) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx1024m", "-Xshare:auto"));
    line.addAll(command);
    return new ProcessBuilder(line)
        .redirectOutput(out.toFile())
        .redirectError(folder.resolve(err).toFile())
        .start();
  }

  /** The one line that the server prints once it answers. */
  private JsonNode where(Process server, Path said) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (server.isAlive() && System.nanoTime() < end) {
      String text = Files.readString(said);
      if (text.endsWith("\n")) {
        return JSON.readTree(text);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IOException("no server: " + Files.readString(folder.resolve("serve.txt")));
  }

  private static Line held(List<Result> results) {
    Result last = results.get(results.size() - 1);
    return Line.reported(
        new Words("每秒最多几次查询而 p99 不超过 10 ms", "look-ups a second with p99 below 10 ms"),
        Line.same("–"),
        last.holds(P99_BAR)
            ? Line.same(last.perSecond() + ": " + text(last))
            : Line.same("fewer than " + last.perSecond() + ": " + text(last)));
  }

  private static Line line(Result result) {
    Outcome time = Bar.clock((double) P99_BAR).judge((double) result.p99());
    return new Line(
        new Words(
            "查询一人，每秒 " + result.perSecond() + " 次（HTTPS，先记账后打开）",
            "look-up of one person, "
                + result.perSecond()
                + " a second (HTTPS, recorded before it is opened)"),
        Line.same("–"),
        Line.same(text(result)),
        new Words("p99 10 ms，无错误", "p99 10 ms, no errors"),
        Stream.of(time, whole(result)).max(Comparator.naturalOrder()).orElseThrow());
  }

  /** No answer in time tells of the machine; another answer than the right one tells of us. */
  private static Outcome whole(Result result) {
    if (result.wrong().keySet().stream().anyMatch(status -> !OVERLOADED.contains(status))) {
      return Outcome.FAR;
    }
    return result.errors() == 0 ? Outcome.MET : Outcome.MISSED;
  }

  private static String text(Result result) {
    return String.format(
        Locale.ROOT,
        "%.1f ms, p99 %.1f ms, max %.0f ms, %d/%d errors%s",
        result.p50() / 1e6,
        result.p99() / 1e6,
        result.most() / 1e6,
        result.errors(),
        result.requests(),
        result.errors() == 0 ? "" : " " + result.wrong());
  }
}
