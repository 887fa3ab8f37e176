package io.tidemark.chainsim.chain;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tidemark.chainsim.chain.Holding.Selected;
import io.tidemark.chainsim.portfolio.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Subjects files that are filled at the same time, each with the policies of its rule. */
final class SubjectsFiles implements AutoCloseable {
  static final String HEADING = "保单号";

  private final Path folder;
  private final List<Open> files = new ArrayList<>();

  private record Open(Selected holding, CsvWriter csv) {}

  SubjectsFiles(Path folder) {
    this.folder = folder;
  }

  @SuppressWarnings("MustBeClosedChecker") // closed with all others
  void open(String list, Selected holding) throws IOException {
    CsvWriter csv =
        CsvWriter.builder().build(folder.resolve(list + ".csv"), StandardCharsets.UTF_8);
    files.add(new Open(holding, csv));
    csv.writeRecord(HEADING);
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  void add(Policy policy) {
    for (Open file : files) {
      if (file.holding().rule().test(policy)) {
        file.csv().writeRecord(policy.cover().policyNumber());
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Open file : files) {
      file.csv().close();
    }
  }
}
