package io.tidemark.chainsim.phone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * SIPp (Debian's {@code sip-tester}, GPL), run as a process of its own: telephones that call and
 * are called, by UDP or TCP on an address of this machine.
 *
 * @param folder where its scenarios and its notes lie
 * @param tcp whether it speaks TCP
 * @param host the loopback address on which it speaks and which it calls, such as {@code ::1}
 */
public record Sipp(Path folder, boolean tcp, String host) {
  /** What to do where it is not installed. */
  public static final String MISSING = "sipp is not installed: apt-get install sip-tester";

  /** On 127.0.0.1. */
  public Sipp(Path folder, boolean tcp) {
    this(folder, tcp, "127.0.0.1");
  }

  /**
   * How calls went.
   *
   * @param exit SIPp's own word: 0 where every call went as its scenario says
   * @param good calls that did
   * @param failed calls that did not
   * @param millis how long each was set up, in order of size
   */
  public record Went(int exit, long good, long failed, List<Double> millis) {
    /** The time within which this share of calls was set up, in milliseconds. */
    public double within(double share) {
      return millis.isEmpty()
          ? Double.NaN
          : millis.get((int) Math.min(millis.size() - 1L, (long) (share * millis.size())));
    }
  }

  /** Whether it is installed. */
  public static boolean installed() {
    return Stream.of(Objects.toString(System.getenv("PATH"), "").split(":"))
        .anyMatch(part -> Files.isExecutable(Path.of(part, "sipp")));
  }

  /** Telephones that ring and are answered at once, on this port, for so many calls. */
  public Process person(int port, int calls) throws IOException {
    return start("person", List.of("-p", String.valueOf(port), "-m", String.valueOf(calls)));
  }

  /**
   * Calls a number.
   *
   * @param scenario {@code caller}, or {@code redirected} where it is told another place
   * @param at the port that is called
   * @param rate calls a second
   * @param calls how many
   * @param talking how long each is talked, in milliseconds
   */
  public Went call(String scenario, int at, String number, int rate, int calls, int talking)
      throws IOException, InterruptedException {
    Process process =
        start(
            scenario,
            List.of(
                (host.contains(":") ? "[" + host + "]" : host) + ":" + at,
                "-s",
                number,
                "-r",
                String.valueOf(rate),
                "-m",
                String.valueOf(calls),
                "-l",
                String.valueOf(Math.max(1_000, rate * 20)),
                "-d",
                String.valueOf(talking),
                "-trace_rtt",
                "-rtt_freq",
                "1",
                "-trace_stat",
                "-stf",
                folder.resolve("went.csv").toString(),
                "-fd",
                "1"));
    int seconds = calls / Math.max(1, rate) + 60;
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("sipp did not end within " + seconds + " s");
    }
    return went(process.exitValue(), process.pid(), scenario);
  }

  private Process start(String scenario, List<String> more) throws IOException {
    Path file = folder.resolve(scenario + ".xml");
    try (InputStream own = Sipp.class.getResourceAsStream(scenario + ".xml")) {
      Files.write(file, Objects.requireNonNull(own).readAllBytes());
    }
    List<String> line =
        new ArrayList<>(List.of("sipp", "-sf", file.toString(), "-i", host, "-nostdin", "-t"));
    line.add(tcp ? "t1" : "u1");
    line.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("TERM", "dumb");
    return builder
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(scenario + ".out").toFile())
        .start();
  }

  private Went went(int exit, long pid, String scenario) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("went.csv"));
    List<String> names = List.of(lines.get(0).split(";", -1));
    String[] last = lines.get(lines.size() - 1).split(";", -1);
    List<Double> millis = new ArrayList<>();
    Path times = folder.resolve(scenario + "_" + pid + "_rtt.csv");
    if (Files.exists(times)) {
      for (String line : Files.readAllLines(times)) {
        String[] cells = line.split(";", -1);
        if (cells.length > 1 && cells[1].matches("[0-9.]+")) {
          millis.add(Double.valueOf(cells[1]));
        }
      }
    }
    millis.sort(null);
    return new Went(
        exit,
        Long.parseLong(last[names.indexOf("SuccessfulCall(C)")]),
        Long.parseLong(last[names.indexOf("FailedCall(C)")]),
        millis);
  }
}
