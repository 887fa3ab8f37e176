package io.tidemark.store.register;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/** Names the process that writes a copy, so that another can tell whether it still lives. */
public final class Writer {
  private static final String SELF = name(ProcessHandle.current());

  private Writer() {}

  /** This process: host, process id, start. */
  public static String self() {
    return SELF;
  }

  /**
   * Whether the process of that name lives. One of another host is taken to live: its own host
   * mends it.
   */
  public static boolean lives(String writer) {
    String[] parts = writer.split(" ");
    if (parts.length != 3 || !parts[0].equals(host())) {
      return parts.length == 3;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
    return process
        .filter(ProcessHandle::isAlive)
        .map(Writer::name)
        .filter(writer::equals)
        .isPresent();
  }

  private static String name(ProcessHandle process) {
    long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return host() + " " + process.pid() + " " + start;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replace(' ', '_');
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
