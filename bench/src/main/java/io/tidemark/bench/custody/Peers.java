package io.tidemark.bench.custody;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tidemark.bench.CopyFile;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.formats.Unreadable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** The same work without custody: nothing checked, encrypted, marked or recorded. */
final class Peers {
  private Peers() {}

  /** Seconds in which PostgreSQL copies the file's rows into a table as they stand. */
  static double copyIn(Connection connection, Path portfolio, int columns)
      throws SQLException, IOException {
    String table =
        IntStream.range(0, columns)
            .mapToObj(at -> "c" + at + " text")
            .collect(Collectors.joining(", ", "create temp table peer (", ")"));
    try (Statement statement = connection.createStatement()) {
      statement.execute(table);
    }
    long begun = System.nanoTime();
    try (Reader rows = Files.newBufferedReader(portfolio, PortfolioFile.GB18030)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy peer from stdin with (format csv, header)", rows);
    }
    return since(begun);
  }

  /** Seconds in which the rows of these copies are written again as CSV. */
  static double write(List<Path> copies, Path folder) throws IOException, Unreadable {
    long spent = 0;
    for (Path copy : copies) {
      LeakedTable rows = CopyFile.read(copy);
      Path file = Files.createTempFile(folder, "peer", ".csv");
      long begun = System.nanoTime();
      try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
        csv.writeRecord(rows.headings());
        rows.rows().forEach(csv::writeRecord);
      }
      spent += System.nanoTime() - begun;
      Files.delete(file);
    }
    return spent / 1e9;
  }

  static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
