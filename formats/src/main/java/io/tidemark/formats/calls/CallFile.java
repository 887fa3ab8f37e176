package io.tidemark.formats.calls;

import io.tidemark.calls.Ring;
import io.tidemark.calls.Rings;
import io.tidemark.classify.Labels;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Limits;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.table.Tables;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Files of calls, read as often as one likes. Not thread-safe. */
public final class CallFile implements Rings {

  private final List<Path> files;
  private final Labels labels;
  private long rejected;

  /** These files; each must be a table with a column for the time and one for the called number. */
  public CallFile(List<Path> files, LocalDate today) throws Unreadable {
    this.files = List.copyOf(files);
    this.labels = Labels.asOf(today);
    for (Path file : files) {
      try (Table table = open(file)) {
        columns(file, table);
      } catch (IOException e) {
        throw Unreadable.file(file, new Words("无法读取文件", "the file cannot be read"));
      }
    }
  }

  /** How many lines told no time or no called number when the files were last read. */
  public long rejected() {
    return rejected;
  }

  @Override
  public Stream<Ring> stream() {
    rejected = 0;
    Lines lines = new Lines(files.iterator());
    return StreamSupport.stream(lines, false).onClose(lines::close);
  }

  private static Table open(Path file) throws Unreadable {
    return new Tables(CallColumn.headings(), Limits.USUAL).readTable(file);
  }

  private static Map<CallColumn, Integer> columns(Path file, Table table) throws Unreadable {
    Map<CallColumn, Integer> columns = new EnumMap<>(CallColumn.class);
    List<Heading> headings = table.headings();
    for (int i = 0; i < headings.size(); i++) {
      int column = i;
      Heading heading = headings.get(i);
      CallColumn.under(heading.text())
          .or(
              () ->
                  heading.field().equals(Optional.of(FieldClass.MOBILE))
                      ? Optional.of(CallColumn.CALLED)
                      : Optional.empty())
          .ifPresent(which -> columns.putIfAbsent(which, column));
    }
    if (!columns.containsKey(CallColumn.WHEN) || !columns.containsKey(CallColumn.CALLED)) {
      throw Unreadable.file(
          file,
          new Words(
              "缺少“来电时间”或“被叫号码”一栏（可选：主叫号码、对方知道的信息、自称、通话内容）",
              "no column for the time of the call or for the called number (optional: calling number,"
                  + " what the caller knew, who they said they were, what was said)"));
    }
    return columns;
  }

  /** A file that could be read before cannot any more. */
  public static final class UncheckedUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Unreadable why;

    UncheckedUnreadable(Unreadable why) {
      super(why);
      this.why = why;
    }

    /** Why. */
    public Unreadable why() {
      return why;
    }
  }

  /** One file after the other; no more than a row of one is held. */
  private final class Lines extends Spliterators.AbstractSpliterator<Ring> {
    private final Iterator<Path> left;
    private Map<CallColumn, Integer> columns = Map.of();
    private @Nullable Table table;

    Lines(Iterator<Path> left) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.left = left;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Ring> action) {
      try {
        for (Optional<TableLine> line = next(); line.isPresent(); line = next()) {
          Optional<Ring> ring = line.get().either(this::ring, reject -> Optional.empty());
          if (ring.isPresent()) {
            action.accept(ring.get());
            return true;
          }
          rejected++;
        }
        return false;
      } catch (Unreadable e) {
        throw new UncheckedUnreadable(e);
      }
    }

    private Optional<TableLine> next() throws Unreadable {
      Optional<TableLine> line = table == null ? Optional.empty() : table.next();
      while (line.isEmpty() && left.hasNext()) {
        close();
        Path file = left.next();
        Table opened = open(file);
        table = opened;
        columns = columns(file, opened);
        line = opened.next();
      }
      return line;
    }

    void close() {
      try {
        if (table != null) {
          table.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Optional<Ring> ring(Row row) {
      return WrittenCall.of(
              cell(row, CallColumn.WHEN),
              cell(row, CallColumn.CALLED),
              cell(row, CallColumn.CALLER),
              cell(row, CallColumn.KNEW),
              cell(row, CallColumn.CLAIMED),
              cell(row, CallColumn.SAID))
          .read(labels);
    }

    private String cell(Row row, CallColumn column) {
      Integer at = columns.get(column);
      return at == null ? "" : row.cells().get(at);
    }
  }

  /** The code of a calling number however it is written; 0 where there is none. */
  public static long caller(String written) {
    return WrittenCall.caller(written);
  }
}
