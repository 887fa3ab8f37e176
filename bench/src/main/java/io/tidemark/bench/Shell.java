package io.tidemark.bench;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Types the product's commands on one home, as a person would. Thread-safe. */
public interface Shell {
  /**
   * What a command answered.
   *
   * @param exit its exit status
   * @param json the document on its standard output
   * @param notes what it wrote on standard error
   */
  record Result(int exit, JsonNode json, String notes) {}

  /** Runs a command within this process, with {@code --home} and {@code --json}. */
  Result run(String... command);

  /**
   * The same command for a process of its own: what follows the name of the Java launcher and its
   * options.
   */
  List<String> launch(String... command);

  /** Runs a command that must answer with one of these statuses. */
  default JsonNode expect(List<Integer> statuses, String... command) {
    Result result = run(command);
    if (!statuses.contains(result.exit())) {
      throw new CommandFailed(String.join(" ", command), result.exit(), result.notes());
    }
    return result.json();
  }
}
