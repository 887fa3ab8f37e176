package io.tidemark.store.outbox;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How rows become bytes; {@code formats} brings it. Thread-safe. */
public interface RowFormat {
  /** Begins a table in the format that the file's name asks for. */
  Rows begin(String fileName, OutputStream out, List<FieldClass> columns) throws IOException;

  /** A table on its way out. Closing it ends the table and leaves the stream open. */
  interface Rows extends AutoCloseable {
    /** Writes the next row. */
    void row(List<PersonalText> cells) throws IOException;

    @Override
    void close() throws IOException;
  }
}
