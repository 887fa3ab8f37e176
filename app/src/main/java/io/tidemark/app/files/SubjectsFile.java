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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A file of subjects as a set of records. */
public final class SubjectsFile {
  private static final List<Locator> BY_NUMBER =
      List.of(
          Locator.MOBILE,
          Locator.PLATE,
          Locator.VIN,
          Locator.POLICY_NUMBER,
          Locator.IDENTITY_NUMBER);

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
    return find(file, BY_NUMBER);
  }

  /** Reads a file with a heading of one of these kinds. */
  public Subjects.Found find(Path file, List<Locator> kinds) {
    try (Table table = new Tables(headings, Limits.USUAL).readTable(file)) {
      for (Locator kind : kinds) {
        OptionalInt column = table.column(kind.field());
        if (column.isPresent()) {
          return find(table, kind, column.getAsInt());
        }
      }
      throw Stop.unreadable(
          new Words(
              file + " 第 1 行：需要表头 " + headings(kinds, "、", " 或 "),
              file + " line 1: expected a heading " + headings(kinds, ", ", " or ")));
    } catch (Unreadable e) {
      throw Stop.unreadable(Reasons.of(e));
    } catch (IOException e) {
      throw Stop.unreadable(new Words("无法读取 " + file, "cannot read " + file));
    }
  }

  private static String headings(List<Locator> kinds, String between, String last) {
    List<String> names = kinds.stream().map(kind -> kind.field().zh()).toList();
    return String.join(between, names.subList(0, names.size() - 1))
        + last
        + names.get(names.size() - 1);
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
