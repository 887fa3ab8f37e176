package io.tidemark.app.command;

import io.tidemark.app.Answer;
import picocli.CommandLine.Command;

/** Benchmarks. */
@Command(
    name = "bench",
    description = {"基准测试。", "Benchmarks."})
public final class BenchCommand extends Work {
  @Override
  Answer work() {
    return Answer.builder().build();
  }
}
