package io.tidemark.bench.tracing.scale;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * How much memory an inquiry takes: this process's heap at its peak, and the database's processes.
 */
final class Footprint {
  private Footprint() {}

  /** Forgets earlier peaks. */
  static void reset() {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The peak of the heap since {@link #reset}, in bytes. */
  static long heap() {
    return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** The database's processes, memory that they share counted once, in bytes. */
  static long database(Connection connection) throws SQLException {
    long sum = 0;
    try (Statement sql = connection.createStatement();
        ResultSet processes = sql.executeQuery("select pid from pg_stat_activity")) {
      while (processes.next()) {
        sum += proportional(Path.of("/proc/" + processes.getInt(1) + "/smaps_rollup"));
      }
    }
    return sum;
  }

  private static long proportional(Path rollup) {
    try {
      return Files.readAllLines(rollup).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1_024)
          .sum();
    } catch (IOException e) {
      return 0; // the process has ended
    }
  }
}
