package io.tidemark.app.demo;

import io.tidemark.app.Stop;
import io.tidemark.app.Tidemark;
import io.tidemark.terms.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Types commands on one home, as a person would, and reads their JSON. */
public final class Shell {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path home;

  /** A shell on this home. */
  public Shell(Path home) {
    this.home = home;
  }

  /** What a command answered. */
  public record Result(int exit, JsonNode json, String notes) {}

  /** Runs a command with {@code --home} and {@code --json}. */
  public Result run(String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--home", home.toString(), "--json"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Tidemark.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args.toArray(new String[0]));
    String answer = out.toString(StandardCharsets.UTF_8);
    return new Result(
        exit,
        JSON.readTree(answer.isBlank() ? "{}" : answer),
        err.toString(StandardCharsets.UTF_8));
  }

  /** Runs a command that must answer with one of these statuses. */
  public JsonNode expect(List<Integer> statuses, String... command) {
    Result result = run(command);
    if (!statuses.contains(result.exit())) {
      String said = String.join(" ", command) + ": " + result.exit() + " " + result.notes().strip();
      throw Stop.fault(new Words("演示中断：" + said, "the demo stopped: " + said));
    }
    return result.json();
  }
}
