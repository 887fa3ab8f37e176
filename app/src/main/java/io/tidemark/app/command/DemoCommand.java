package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.demo.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the whole story. */
@Command(
    name = "demo",
    description = {
      "演示全过程：存入一份清单，60 方各得副本，其中一份泄露，追溯、取证，并在另一进程中核验。",
      "The whole story: a portfolio, 60 parties with their copies, one copy leaks, the verdict, the evidence, its check in another process."
    },
    footer = {"", "例 / Example:", "  ./tidemark demo"})
public final class DemoCommand extends Work {
  @Option(
      names = "--seed",
      defaultValue = "7",
      paramLabel = "N",
      description = {"种子。", "The seed."})
  private long seed;

  @Option(
      names = "--people",
      defaultValue = "5000",
      paramLabel = "N",
      description = {"客户数。", "How many people."})
  private long people;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {"写到哪里（默认：新的临时文件夹）。", "Where to (default: a new temporary folder)."})
  private @Nullable Path out;

  @Override
  protected Answer work() throws Exception {
    Path folder = out == null ? Files.createTempDirectory("tidemark-demo-") : out.toAbsolutePath();
    return new Story(folder, seed, people, notes(), terminal().language()).play();
  }
}
