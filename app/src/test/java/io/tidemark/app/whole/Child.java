package io.tidemark.app.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command in a process of its own.
 *
 * @param process the process, started by this test
 * @param out where its standard output goes
 * @param err where its standard error goes
 */
record Child(Process process, Path out, Path err) {
  /** Starts a command, with more in its environment. */
  static Child start(Path logs, Map<String, String> environment, List<String> command)
      throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.tidemark.app.Tidemark"));
    line.addAll(command);
    Path out = Files.createTempFile(logs, "out-", ".txt");
    Path err = Files.createTempFile(logs, "err-", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Child(process, out, err);
  }

  /** What it said once it ended; a child that does not end within two minutes fails the test. */
  Desk.Said end() throws Exception {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the command did not end: " + Files.readString(err));
    }
    return new Desk.Said(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Kill -9. */
  void kill() {
    process.destroyForcibly();
  }
}
