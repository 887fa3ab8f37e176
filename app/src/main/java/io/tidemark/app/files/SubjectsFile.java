package io.tidemark.app.files;

import io.tidemark.app.Stop;
import io.tidemark.custody.Subjects;
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
import java.util.Optional;
import java.util.OptionalInt;

/** A file of subjects as a set of records. */
public final class SubjectsFile {
  private final Shelf shelf;
  private final Tokens tokens;
  private final Headings headings;

  /** Finds subjects on this shelf, in files whose headings mean this. */
  public SubjectsFile(Shelf shelf, Tokens tokens, KnownHeadings known) {
    this.shelf = shelf;
    this.tokens = tokens;
    this.headings = known.headings();
  }

  /** Reads the file: a table with a heading 保单号, 车架号, 车牌号, 手机号 or 证件号码. */
  public Subjects.Found find(Path file) {
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

  private Subjects.Found find(Table table, Locator kind, int column) throws Unreadable {
    Subjects subjects = new Subjects(shelf, tokens, kind, LocalDate.now());
    for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
      if (line.get() instanceof Row row) {
        subjects.add(row.cells().get(column));
      }
    }
    return subjects.found();
  }
}
