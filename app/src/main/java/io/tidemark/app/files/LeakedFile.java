package io.tidemark.app.files;

import io.tidemark.app.Stop;
import io.tidemark.classify.Labels;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.table.Material;
import io.tidemark.formats.table.Table;
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
  private final Labels labels = Labels.asOf(LocalDate.now());
  private final Deque<Path> files;
  private long number;
  private long rejected;
  private @Nullable Source source;
  private @Nullable LeakedRow next;

  /**
   * What one row of a file says.
   *
   * @param raw the cells as they were found
   * @param meant the same where a column or a word says what they mean
   * @param whole the whole text, where it was not cut into cells; else empty
   */
  record Found(
      Map<FieldClass, PersonalText> raw, Map<FieldClass, PersonalText> meant, PersonalText whole) {}

  /** Where rows of one file come from. */
  interface Source extends AutoCloseable {
    @Nullable Found read() throws Unreadable;

    /** How many lines could not be read so far. */
    long rejected();

    @Override
    void close() throws IOException;
  }

  /** Reads these files one after the other. */
  public LeakedFile(List<Path> files) {
    this.files = new ArrayDeque<>(files);
  }

  /** How many lines could not be read so far. */
  public long rejected() {
    return rejected + (source == null ? 0 : source.rejected());
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
        Found found = source.read();
        next = found == null ? null : row(found);
        if (next == null) {
          rejected += source.rejected();
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
        ? new LeakedTableRows(table, labels)
        : new LooseSource(((Material.Loose) material).rows());
  }

  private LeakedRow row(Found found) {
    Map<FieldClass, PersonalText> canonical = new EnumMap<>(FieldClass.class);
    found
        .meant()
        .forEach(
            (field, text) ->
                canonical.put(field, labels.label(field, text.reveal(Reveal.TRACE)).canonical()));
    return new LeakedRow(++number, found.raw(), canonical, found.whole());
  }

  /**
   * People spoken of in loose text: the pieces found, and the whole messages. A surname with a
   * title is left in the messages: it is no name that could find somebody.
   */
  private static final class LooseSource implements Source {
    private final LooseRows text;

    LooseSource(LooseRows text) {
      this.text = text;
    }

    @Override
    public @Nullable Found read() throws Unreadable {
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
      return new Found(raw, raw, found.get().whole());
    }

    @Override
    public long rejected() {
      return 0;
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
