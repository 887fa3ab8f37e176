package io.tidemark.app.files;

import io.tidemark.app.Stop;
import io.tidemark.classify.ColumnGuess;
import io.tidemark.classify.ColumnRecognition;
import io.tidemark.classify.Labels;
import io.tidemark.classify.SampledColumn;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.table.Heading;
import io.tidemark.formats.table.Material;
import io.tidemark.formats.table.Reject;
import io.tidemark.formats.table.Row;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.TableLine;
import io.tidemark.formats.table.Tables;
import io.tidemark.formats.text.LooseRow;
import io.tidemark.formats.text.LooseRows;
import io.tidemark.formats.text.Piece;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.trace.LeakedRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leaked files as rows, streaming, whatever their form. To be closed; one thread uses it. */
public final class LeakedFile implements AutoCloseable, Iterator<LeakedRow> {
  private static final int SAMPLE = 200;

  private final Labels labels = Labels.asOf(LocalDate.now());
  private final Deque<Path> files;
  private long number;
  private long rejected;
  private @Nullable Source source;
  private @Nullable LeakedRow next;

  /** Where rows of one file come from. */
  private interface Source extends AutoCloseable {
    @Nullable LeakedRow read() throws Unreadable;

    @Override
    void close() throws IOException;
  }

  /** Reads these files one after the other. */
  public LeakedFile(List<Path> files) {
    this.files = new ArrayDeque<>(files);
  }

  /** How many lines could not be read so far. */
  public long rejected() {
    return rejected;
  }

  /** How many rows were read so far. */
  public long read() {
    return number;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && (source != null || !files.isEmpty())) {
        if (source == null) {
          source = open(files.remove());
        }
        next = source.read();
        if (next == null) {
          source.close();
          source = null;
        }
      }
      return next != null;
    } catch (Unreadable e) {
      throw Stop.unreadable(Reasons.of(e));
    } catch (IOException e) {
      throw Stop.unreadable(new io.tidemark.terms.Words("读取中断", "reading was cut off"));
    }
  }

  @Override
  public LeakedRow next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    LeakedRow row = next;
    next = null;
    return row;
  }

  private Source open(Path file) throws Unreadable {
    Material material = Tables.open(file);
    return material instanceof Table table
        ? new TableSource(table)
        : new LooseSource(((Material.Loose) material).rows());
  }

  private LeakedRow row(Map<FieldClass, PersonalText> raw, PersonalText whole) {
    Map<FieldClass, PersonalText> canonical = new EnumMap<>(FieldClass.class);
    raw.forEach(
        (field, text) ->
            canonical.put(field, labels.label(field, text.reveal(Reveal.TRACE)).canonical()));
    return new LeakedRow(++number, raw, canonical, whole);
  }

  /** Rows of a table; columns without a known heading are recognised by what they hold. */
  private final class TableSource implements Source {
    private final Table table;
    private final Deque<Row> sample = new ArrayDeque<>();
    private final List<Optional<FieldClass>> columns = new ArrayList<>();

    TableSource(Table table) throws Unreadable {
      this.table = table;
      while (sample.size() < SAMPLE && advance()) {}
      recognise();
    }

    private boolean advance() throws Unreadable {
      for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
        if (line.get() instanceof Row row) {
          sample.add(row);
          return true;
        }
        rejected += line.get() instanceof Reject ? 1 : 0;
      }
      return false;
    }

    private void recognise() {
      List<SampledColumn> sampled = new ArrayList<>();
      for (int column = 0; column < table.headings().size(); column++) {
        int at = column;
        sampled.add(
            new SampledColumn(
                table.headings().get(column).text(),
                sample.stream().map(row -> row.text(at)).toList()));
      }
      List<ColumnGuess> guesses = ColumnRecognition.asOf(labels.today()).guess(sampled);
      for (int column = 0; column < table.headings().size(); column++) {
        Heading heading = table.headings().get(column);
        columns.add(heading.field().or(guessed(guesses.get(column))));
      }
    }

    private java.util.function.Supplier<Optional<FieldClass>> guessed(ColumnGuess guess) {
      return () -> guess.field().filter(field -> guess.sure());
    }

    @Override
    public @Nullable LeakedRow read() throws Unreadable {
      if (sample.isEmpty() && !advance()) {
        return null;
      }
      Row row = sample.remove();
      Map<FieldClass, PersonalText> raw = new EnumMap<>(FieldClass.class);
      for (int column = 0; column < columns.size(); column++) {
        PersonalText text = row.text(column);
        columns.get(column).ifPresent(field -> raw.putIfAbsent(field, text));
      }
      return row(raw, PersonalText.of(""));
    }

    @Override
    public void close() throws IOException {
      table.close();
    }
  }

  /**
   * People spoken of in loose text: the pieces found, and the whole messages. A surname with a
   * title is left in the messages: it is no name that could find somebody.
   */
  private final class LooseSource implements Source {
    private final LooseRows text;

    LooseSource(LooseRows text) {
      this.text = text;
    }

    @Override
    public @Nullable LeakedRow read() throws Unreadable {
      Optional<LooseRow> found = text.next();
      if (found.isEmpty()) {
        return null;
      }
      Map<FieldClass, PersonalText> raw = new EnumMap<>(FieldClass.class);
      for (Piece piece : found.get().pieces()) {
        if (piece.sureness() != Piece.Sureness.BEGINNING) {
          raw.putIfAbsent(piece.kind(), piece.value());
        }
      }
      return row(raw, found.get().whole());
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }

  @Override
  public void close() throws IOException {
    if (source != null) {
      source.close();
    }
  }
}
