package io.tidemark.app.files;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.document.Frame;
import io.tidemark.formats.pile.Item;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.table.TableWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a document says, as files of a pile: a text for each page, a CSV for each sheet. */
final class DocumentFiles {
  private static final Path CSV = Path.of("sheet.csv");

  private final String path;
  private final Pile pile;
  private final ByteArrayOutputStream sheet = new ByteArrayOutputStream();
  private String name = "sheet";
  private TableWriter rows;

  private DocumentFiles(String path, Pile pile) throws IOException {
    this.path = path;
    this.pile = pile;
    this.rows = TableWriter.named(CSV, sheet);
  }

  /** Reads a document and adds what it says to the pile. */
  static void add(Item item, DocumentReader documents, Pile pile) throws IOException, Unreadable {
    DocumentFiles files = new DocumentFiles(item.path(), pile);
    try {
      documents.read(item, files::frame);
    } finally {
      files.sheetEnded();
    }
  }

  private void frame(Frame frame) throws IOException {
    if (frame instanceof Frame.Page page) {
      byte[] text = page.text().getBytes(StandardCharsets.UTF_8);
      pile.add(path, "page-" + page.number() + ".txt", new ByteArrayInputStream(text));
    } else if (frame instanceof Frame.Attached attached) {
      pile.add(path, attached.name(), new ByteArrayInputStream(attached.bytes()));
    } else if (frame instanceof Frame.Sheet next) {
      sheetEnded();
      name = next.name();
    } else if (frame instanceof Frame.Cells cells) {
      rows.write(cells.row().cells());
    }
  }

  private void sheetEnded() throws IOException {
    rows.close();
    if (sheet.size() > 3) {
      pile.add(path, name + ".csv", new ByteArrayInputStream(sheet.toByteArray()));
    }
    sheet.reset();
    rows = TableWriter.named(CSV, sheet);
  }
}
