package io.tidemark.app;

import io.tidemark.bench.Shell;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Types commands on one home, as a person would, and reads their JSON.
 *
 * @param home the home
 */
public record HomeShell(Path home) implements Shell {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public Result run(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Tidemark.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            typed(command).toArray(new String[0]));
    String answer = out.toString(StandardCharsets.UTF_8);
    return new Result(
        exit,
        JSON.readTree(answer.isBlank() ? "{}" : answer),
        err.toString(StandardCharsets.UTF_8));
  }

  @Override
  public List<String> launch(String... command) {
    List<String> line =
        new ArrayList<>(
            List.of("-cp", System.getProperty("java.class.path"), Tidemark.class.getName()));
    line.addAll(typed(command));
    return line;
  }

  private List<String> typed(String... command) {
    List<String> typed = new ArrayList<>(List.of(command));
    typed.addAll(List.of("--home", home.toString(), "--json"));
    return typed;
  }
}
