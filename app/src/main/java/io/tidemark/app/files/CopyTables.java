package io.tidemark.app.files;

import io.tidemark.formats.table.TableWriter;
import io.tidemark.store.outbox.RowFormat;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Writes copies as CSV or XLSX, by the name of the file. Stateless. */
public final class CopyTables implements RowFormat {
  @Override
  public Rows begin(String fileName, OutputStream out, List<FieldClass> columns)
      throws IOException {
    TableWriter table = TableWriter.named(Path.of(fileName), out);
    table.write(columns.stream().map(FieldClass::zh).toList());
    return new Rows() {
      @Override
      public void row(List<PersonalText> cells) throws IOException {
        table.write(cells.stream().map(cell -> cell.reveal(Reveal.RELEASE)).toList());
      }

      @Override
      public void close() throws IOException {
        table.close();
      }
    };
  }
}
