package io.tidemark.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command in a process of its own with a heap of 1 GiB.
 *
 * @param shell gives its command line
 * @param folder for its output and its log
 */
public record Child(Shell shell, Path folder) {
  /** The heap. */
  public static final int HEAP_MIB = 1024;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern COLLECTED = Pattern.compile("\\b(\\d+)M->(\\d+)M\\(\\d+M\\)");
  private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final long SAMPLE_MILLIS = 100;

  /**
   * What it took.
   *
   * @param json its answer
   * @param seconds from its start to its end
   * @param processorSeconds of all its threads, sampled; 0 where the system does not tell
   * @param heapMib the fullest heap before a collection, as the log of the collector has it
   * @param liveMib the most that was left after a collection
   * @param residentMib the process's peak (VmHWM, sampled), 0 where the system does not tell
   */
  public record Run(
      JsonNode json,
      double seconds,
      double processorSeconds,
      long heapMib,
      long liveMib,
      long residentMib) {}

  /** Runs it; it must end with one of these statuses. */
  public Run run(List<Integer> statuses, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "child", ".json");
    Path err = Files.createTempFile(folder, "child", ".txt");
    Path log = Files.createTempFile(folder, "child", ".gc");
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(line(log, command))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    long resident = 0;
    Duration processor = Duration.ZERO;
    while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
      resident = Math.max(resident, resident(process.pid()));
      processor = process.info().totalCpuDuration().orElse(processor);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (!statuses.contains(process.exitValue())) {
      throw new CommandFailed(
          String.join(" ", command), process.exitValue(), Files.readString(err));
    }
    JsonNode json = JSON.readTree(Files.readString(out));
    String collected = Files.readString(log);
    return new Run(
        json,
        seconds,
        processor.toMillis() / 1e3,
        most(collected, 1),
        most(collected, 2),
        resident / 1024);
  }

  private List<String> line(Path log, String... command) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-XX:+UseSerialGC", "-Xmx" + HEAP_MIB + "m", "-Xlog:gc:file=" + log, "-Xshare:auto"));
    line.addAll(shell.launch(command));
    return line;
  }

  private static long resident(long pid) {
    try {
      Matcher peak =
          RESIDENT.matcher(
              Files.readString(
                  Path.of("/proc", String.valueOf(pid), "status"), StandardCharsets.ISO_8859_1));
      return peak.find() ? Long.parseLong(peak.group(1)) : 0;
    } catch (IOException e) {
      return 0; // no such system, or the process has just ended
    }
  }

  private static long most(String log, int group) {
    return COLLECTED
        .matcher(log)
        .results()
        .mapToLong(collection -> Long.parseLong(collection.group(group)))
        .max()
        .orElse(0);
  }
}
