package io.tidemark.store.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs: bounded in time, in an empty environment (no {@code PGDATA} of the
 * user leads them astray), and never as root, which PostgreSQL refuses. Root runs them in a user
 * namespace of their own ({@code unshare -U}, util-linux): there they are nobody, and still the
 * owner of root's files.
 *
 * @param binaries the folder that holds {@code bin/}
 * @param folder the working folder; paths in arguments are relative to it, because {@code pg_ctl}
 *     puts them into a shell's double quotes
 */
record Programs(Path binaries, Path folder) {
  /** What a program answered; its output holds standard error too. */
  record Outcome(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  /**
   * Runs {@code bin/program}.
   *
   * @param input what the program reads on standard input; secrets go this way only, because a
   *     command line can be read by everybody
   */
  Outcome run(String program, List<String> arguments, String input, Deadline deadline)
      throws DatabaseUnavailable, IOException {
    Process process = start(program, arguments);
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // the program ended before it read: its exit status and output tell why
    }
    awaitEnd(process, program, deadline);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (output.startsWith("unshare:")) {
      throw rootNeedsNamespace(output);
    }
    return new Outcome(process.exitValue(), output.strip());
  }

  private Process start(String program, List<String> arguments)
      throws DatabaseUnavailable, IOException {
    List<String> command = new ArrayList<>();
    if (OwnerOnly.weAreRoot()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(binaries.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("PATH", "/usr/bin:/bin");
    try {
      return builder.start();
    } catch (IOException e) {
      if (OwnerOnly.weAreRoot()) {
        throw rootNeedsNamespace(String.valueOf(e.getMessage()));
      }
      throw new DatabaseUnavailable(
          "PostgreSQL 的程序无法运行：" + e.getMessage(),
          "a program of PostgreSQL cannot be run: " + e.getMessage());
    }
  }

  private static void awaitEnd(Process process, String program, Deadline deadline)
      throws DatabaseUnavailable {
    try {
      if (process.waitFor(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw Deadline.interrupted();
    }
    process.destroyForcibly();
    throw new DatabaseUnavailable("等待超时：" + program, "timed out waiting for " + program);
  }

  private static DatabaseUnavailable rootNeedsNamespace(String found) {
    return new DatabaseUnavailable(
        "PostgreSQL 不以 root 运行，而本机不允许 Tidemark 用 unshare -U 让它以普通身份运行（"
            + found.strip()
            + "）：请用普通账户运行 tidemark，或用 --database 指定自己的数据库",
        "PostgreSQL does not run as root, and this machine does not let Tidemark run it as nobody"
            + " by unshare -U ("
            + found.strip()
            + "): run tidemark as an ordinary user, or name a database of your own with"
            + " --database");
  }
}
