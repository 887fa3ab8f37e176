package io.tidemark.formats.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.util.List;
import java.util.Optional;

/** Cuts one whole record into cells; FastCSV knows the quoting. */
final class Cells {
  private final CsvReader.CsvReaderBuilder reader;
  private final StringArrayHandler handler = StringArrayHandler.of();

  Cells(char delimiter) {
    reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(false);
  }

  /** Empty when text follows a closing quote, or the record has more cells than any table. */
  Optional<List<String>> of(String record) {
    if (record.isEmpty()) {
      return Optional.of(List.of(""));
    }
    try {
      return Optional.of(List.of(reader.ofSingleCsvRecord(handler, record)));
    } catch (CsvParseException e) {
      return Optional.empty();
    }
  }
}
