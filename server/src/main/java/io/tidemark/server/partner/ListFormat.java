package io.tidemark.server.partner;

import io.tidemark.formats.table.TableWriter;
import io.tidemark.store.outbox.RowFormat;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists as JSON ({@code {"columns": […], "rows": [[…], …]}}) or CSV, by the name of the file.
 * Thread-safe.
 */
final class ListFormat implements RowFormat {
  private final JsonMapper json;

  ListFormat(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Rows begin(String fileName, OutputStream out, List<FieldClass> columns)
      throws IOException {
    List<String> headings = columns.stream().map(FieldClass::zh).toList();
    return fileName.endsWith(".csv")
        ? csv(TableWriter.named(Path.of(fileName), out), headings)
        : json(json.createGenerator(new Kept(out)), headings);
  }

  private static Rows csv(TableWriter table, List<String> headings) throws IOException {
    table.write(headings);
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

  private static Rows json(JsonGenerator list, List<String> headings) {
    list.writeStartObject();
    list.writeName("columns");
    list.writeStartArray();
    headings.forEach(list::writeString);
    list.writeEndArray();
    list.writeName("rows");
    list.writeStartArray();
    return new Rows() {
      @Override
      public void row(List<PersonalText> cells) {
        list.writeStartArray();
        cells.forEach(cell -> list.writeString(cell.reveal(Reveal.RELEASE)));
        list.writeEndArray();
      }

      @Override
      public void close() {
        list.writeEndArray();
        list.writeEndObject();
        list.close();
      }
    };
  }

  /** A stream that its owner closes. */
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
