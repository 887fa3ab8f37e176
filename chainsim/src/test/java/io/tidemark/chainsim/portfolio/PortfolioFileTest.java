package io.tidemark.chainsim.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioFileTest {
  @Test
  void whatIsWrittenInGb18030IsReadBack(@TempDir Path folder) throws IOException {
    PortfolioGenerator portfolio = new PortfolioGenerator(3, 400, Untidiness.asExported());
    Path file = folder.resolve("portfolio.csv");

    PortfolioFile.write(file, PortfolioFile.GB18030, PortfolioGenerator.COLUMNS, portfolio.rows());

    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file, PortfolioFile.GB18030)) {
      List<List<String>> read = csv.stream().map(CsvRecord::getFields).toList();
      assertThat(read.get(0)).isEqualTo(PortfolioGenerator.COLUMNS);
      assertThat(read.subList(1, read.size())).isEqualTo(portfolio.rows().toList());
    }
  }
}
