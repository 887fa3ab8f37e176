package io.tidemark.app.command;

import io.tidemark.app.Stop;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Why somebody takes something back: an option of the commands that do. */
public final class Reason {
  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = {"理由。", "The reason."})
  private @Nullable String why;

  /** The reason; ends the command when it says nothing. */
  public String said() {
    String said = Objects.requireNonNull(why);
    if (said.isBlank()) {
      throw Stop.usage("请说明理由", "say why");
    }
    return said;
  }
}
