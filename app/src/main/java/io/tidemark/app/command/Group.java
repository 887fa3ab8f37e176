package io.tidemark.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that only holds others. */
public abstract class Group implements Runnable {
  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = {"显示本帮助。", "Show this help."})
  private boolean help;

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "缺少子命令 / a subcommand is missing");
    }
  }
}
