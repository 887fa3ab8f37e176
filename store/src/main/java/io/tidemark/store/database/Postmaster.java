package io.tidemark.store.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code postmaster.pid} says of the server of a cluster (PostgreSQL, {@code
 * utils/pidfile.h}).
 *
 * @param data the cluster
 * @param pid the server's process; 0 when the file is empty or broken, as a power cut leaves it
 * @param port where it listens, 0 when it has not said yet
 * @param status {@code starting}, {@code stopping}, {@code ready} or {@code standby}
 */
record Postmaster(Path data, long pid, int port, String status) {
  private static final long NOBODY = 0;
  private static final Path PROC = Path.of("/proc");
  private static final boolean HAS_PROC = Files.exists(PROC.resolve("self/cwd"));

  /** The file's words; empty when there is no file. */
  static Optional<Postmaster> read(Path data) throws IOException {
    try {
      return Optional.of(parse(data, Files.readAllLines(file(data), StandardCharsets.ISO_8859_1)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Postmaster parse(Path data, List<String> lines) {
    try {
      long pid = lines.isEmpty() ? NOBODY : Math.abs(Long.parseLong(lines.get(0).strip()));
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
      String status = lines.size() > 7 ? lines.get(7).strip() : "starting";
      return new Postmaster(data, pid, port, status);
    } catch (NumberFormatException e) {
      return new Postmaster(data, NOBODY, 0, "starting");
    }
  }

  private static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  boolean isReady() {
    return status.equals("ready");
  }

  /**
   * Whether the process runs and is the server of this cluster, which works in the cluster's
   * folder: after a restart of the machine the number may be that of any program.
   */
  boolean isAlive() {
    return pid != NOBODY
        && ProcessHandle.of(pid).filter(process -> worksIn(process, data)).isPresent();
  }

  /**
   * Makes way for a new server: PostgreSQL would not start over an empty file, nor over the number
   * of a dead server that has gone to a living program; and children of the dead one may still be
   * at work. Killing those loses nothing that was committed: it is what PostgreSQL does when one of
   * its own processes dies.
   */
  void clear(Deadline deadline) throws DatabaseUnavailable, IOException {
    List<ProcessHandle> children = children();
    children.forEach(ProcessHandle::destroyForcibly);
    while (children.stream().anyMatch(child -> worksIn(child, data))) {
      deadline.pauseFor("旧数据库进程结束", "the processes of the dead server to end");
    }
    if (pid == NOBODY || ProcessHandle.of(pid).isPresent()) {
      Files.deleteIfExists(file(data));
    }
  }

  private List<ProcessHandle> children() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(process -> HAS_PROC && isPostgres(process) && worksIn(process, data))
          .toList();
    }
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    if (!HAS_PROC) {
      return process.isAlive() && isPostgres(process);
    }
    try {
      return Files.isSameFile(PROC.resolve(process.pid() + "/cwd"), folder);
    } catch (NoSuchFileException e) {
      return false; // it ended, perhaps without anybody who collects its status
    } catch (IOException e) {
      return process.isAlive() && isPostgres(process); // another account's
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(path -> path.contains("/bin/postgres")).isPresent();
  }
}
