package io.tidemark.app.files;

import io.tidemark.app.Stop;
import io.tidemark.classify.Labels;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.table.Headings;
import io.tidemark.formats.table.Limits;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.table.Tables;
import io.tidemark.terms.Words;
import io.tidemark.vault.Locator;
import io.tidemark.vault.Shelf;
import io.tidemark.vault.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** A file of subjects as a set of records. */
public final class Subjects {
  private static final int BATCH = 20_000;

  private final Shelf shelf;
  private final Tokens tokens;
  private final Headings headings;
  private final Labels labels = Labels.asOf(LocalDate.now());

  /** Finds subjects on this shelf, in files whose headings mean this. */
  public Subjects(Shelf shelf, Tokens tokens, KnownHeadings known) {
    this.shelf = shelf;
    this.tokens = tokens;
    this.headings = known.headings();
  }

  /** The records found, and how many of the file's values nobody here has. */
  public record Found(RoaringBitmap records, long unknown) {}

  /** Reads the file: a table with a heading 保单号, 车架号, 车牌号, 手机号 or 证件号码. */
  public Found find(Path file) {
    try (Table table = new Tables(headings, Limits.USUAL).readTable(file)) {
      for (Locator kind : Locator.all()) {
        OptionalInt column =
            kind == Locator.NAME ? OptionalInt.empty() : table.column(kind.field());
        if (column.isPresent()) {
          return find(table, kind, column.getAsInt());
        }
      }
      throw Stop.unreadable(
          new Words(
              file + " 第 1 行：需要表头 保单号、车架号、车牌号、手机号 或 证件号码",
              file + " line 1: expected a heading 保单号, 车架号, 车牌号, 手机号 or 证件号码"));
    } catch (Unreadable e) {
      throw Stop.unreadable(Reasons.of(e));
    } catch (IOException e) {
      throw Stop.unreadable(new Words("无法读取 " + file, "cannot read " + file));
    }
  }

  private Found find(Table table, Locator kind, int column) throws Unreadable {
    RoaringBitmap records = new RoaringBitmap();
    long unknown = 0;
    Set<Long> batch = new HashSet<>();
    for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
      if (line.get() instanceof Row row && !row.cells().get(column).isBlank()) {
        batch.add(
            tokens.locator(kind, labels.label(kind.field(), row.cells().get(column)).canonical()));
      }
      if (batch.size() == BATCH) {
        unknown += find(kind, batch, records);
        batch.clear();
      }
    }
    unknown += find(kind, batch, records);
    return new Found(records, unknown);
  }

  private long find(Locator kind, Set<Long> batch, RoaringBitmap records) {
    Map<Long, RoaringBitmap> found = shelf.find(kind, batch);
    found.values().forEach(records::or);
    return batch.size() - found.size();
  }
}
