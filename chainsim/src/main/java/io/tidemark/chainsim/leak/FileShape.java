package io.tidemark.chainsim.leak;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** In which file a leak turns up. A character that its encoding lacks becomes a question mark. */
public enum FileShape {
  UTF8(StandardCharsets.UTF_8, "", ','),
  UTF8_WITH_BOM(StandardCharsets.UTF_8, "\uFEFF", ','),
  UTF16_LITTLE_ENDIAN(StandardCharsets.UTF_16LE, "\uFEFF", '\t'),
  UTF16_BIG_ENDIAN(StandardCharsets.UTF_16BE, "\uFEFF", ','),
  GBK(Charset.forName("GBK"), "", ','),
  GB18030(Charset.forName("GB18030"), "", ','),
  TABS(StandardCharsets.UTF_8, "", '\t'),
  SEMICOLONS(StandardCharsets.UTF_8, "", ';');

  private final Charset charset;
  private final String mark;
  private final char separator;

  FileShape(Charset charset, String mark, char separator) {
    this.charset = charset;
    this.mark = mark;
    this.separator = separator;
  }

  /** The encoding that it is written in. */
  public Charset charset() {
    return charset;
  }

  /** What stands between two cells. */
  public char separator() {
    return separator;
  }

  /** Writes the leak; throws {@link IOException} when the file cannot be written. */
  public void write(Path file, LeakedTable leak) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(mark.getBytes(charset));
      try (CsvWriter csv = CsvWriter.builder().fieldSeparator(separator).build(out, charset)) {
        if (!leak.headings().isEmpty()) {
          csv.writeRecord(leak.headings());
        }
        leak.rows().forEach(csv::writeRecord);
      }
    }
  }
}
