package io.tidemark.formats.scan;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.document.Frame;
import io.tidemark.formats.pile.Item;
import io.tidemark.formats.pile.Patience;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Tables;
import io.tidemark.formats.text.TextBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds in what a document says, piece by piece. Not thread-safe. */
final class DocumentScan {
  private final Item item;
  private final Ground ground;
  private final Telling telling;
  private final Tables tables;
  private final Patience patience;
  private final List<Row> rows = new ArrayList<>();
  private String sheet = "";

  DocumentScan(Item item, Ground ground, Telling telling, Tables tables, Patience patience) {
    this.patience = patience;
    this.item = item;
    this.ground = ground;
    this.telling = telling;
    this.tables = tables;
  }

  /** The next piece. */
  void frame(Frame frame) throws IOException, Unreadable {
    if (frame instanceof Frame.Page page) {
      page(page);
    } else if (frame instanceof Frame.Sheet next) {
      sheetEnded();
      sheet = next.name();
    } else if (frame instanceof Frame.Cells cells) {
      rows.add(cells.row());
    }
  }

  /** No more rows of the present sheet. */
  void sheetEnded() throws IOException, Unreadable {
    if (!rows.isEmpty()) {
      List<Row> all = List.copyOf(rows);
      rows.clear();
      new TableScan(item.path(), ground, telling, patience)
          .read(tables.rows(item.file(), sheet, all));
    }
  }

  private void page(Frame.Page page) throws IOException {
    new TextScan(
            item.path(),
            ground,
            telling,
            place -> new Place.OnPage(page.number(), place.line(), place.start(), place.end()))
        .read(new TextBlock(page.text(), 0, 0, 1, 1));
  }
}
