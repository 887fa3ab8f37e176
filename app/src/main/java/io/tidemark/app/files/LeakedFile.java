package io.tidemark.app.files;

import io.tidemark.app.Stop;
import io.tidemark.classify.Labels;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.pile.Item;
import io.tidemark.formats.pile.Lying;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.pile.PileLimits;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.table.Material;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.Tables;
import io.tidemark.formats.text.LooseRow;
import io.tidemark.formats.text.LooseRows;
import io.tidemark.formats.text.Piece;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.terms.Words;
import io.tidemark.trace.LeakedRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Leaked files as rows, streaming, whatever their form (pictures as well) and whatever they are
 * packed into. A file that was named and cannot be read ends it; what lies in a folder or an
 * archive and cannot be read is left aside. To be closed; one thread uses it.
 */
public final class LeakedFile implements AutoCloseable, Iterator<LeakedRow> {
  private final Labels labels = Labels.asOf(LocalDate.now());
  private final Set<String> named;
  private final Pile pile;
  private final DocumentReader documents;
  private final PictureTables pictures = new PictureTables();
  private final NavigableMap<Long, String> beginnings = new TreeMap<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private String path = "";
  private boolean ended;
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

  /** Reads these files, and those below these folders, one after the other. */
  public LeakedFile(List<Path> paths) {
    this(
        paths,
        PileLimits.USUAL,
        new DocumentReader(DocumentReader.USUAL_MEMORY, DocumentReader.USUAL_TIME));
  }

  /**
   * The same within other limits.
   *
   * @param documents closed with this
   */
  public LeakedFile(List<Path> paths, PileLimits limits, DocumentReader documents) {
    this.named = paths.stream().map(Path::toString).collect(Collectors.toSet());
    this.pile = Pile.of(paths, limits);
    this.documents = documents;
  }

  /** What lies in folders and archives and could not be read so far. */
  public List<Skipped> skipped() {
    return skipped;
  }

  /** How many lines could not be read so far. */
  public long rejected() {
    return rejected + (source == null ? 0 : source.rejected());
  }

  /** How many rows were read so far. */
  public long read() {
    return number;
  }

  /** Whether the row with this number came from a file, or from what lies within it. */
  public boolean within(long row, String file) {
    Map.Entry<Long, String> from = beginnings.floorEntry(row);
    return from != null && (from.getValue() + "!/").startsWith(file + "!/");
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && !ended) {
        Source open = source == null ? opened() : source;
        source = open;
        if (open != null) {
          read(open);
        }
      }
      return next != null;
    } catch (Unreadable e) {
      throw Stop.unreadable(Reasons.of(e));
    } catch (IOException e) {
      throw Stop.unreadable(new Words("读取中断", "reading was cut off"));
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

  private void read(Source open) throws Unreadable, IOException {
    Found found = null;
    try {
      found = open.read();
    } catch (Unreadable e) {
      leaveAside(e);
    }
    next = found == null ? null : row(found);
    if (next == null) {
      rejected += open.rejected();
      open.close();
      source = null;
    }
  }

  /** The next file; null for one that is left aside, and at the end. */
  private @Nullable Source opened() throws Unreadable, IOException {
    Lying lying = pile.next();
    if (lying == null) {
      ended = true;
      return null;
    }
    if (lying instanceof Skipped one) {
      if (named.contains(one.path())) {
        throw Unreadable.file(Path.of(one.path()), one.why());
      }
      skipped.add(one);
      return null;
    }
    Item item = (Item) lying;
    path = item.path();
    try {
      return source(item);
    } catch (Unreadable e) {
      leaveAside(e);
      return null;
    }
  }

  /** Leaves the present file aside, unless it was named. */
  private void leaveAside(Unreadable fault) throws Unreadable {
    if (named.contains(path)) {
      throw fault;
    }
    skipped.add(new Skipped(path, fault.reason()));
  }

  /** Rows of a file; what a document says comes as files of its own. */
  private @Nullable Source source(Item item) throws Unreadable, IOException {
    switch (item.look()) {
      case TEXT, WORKBOOK, EMPTY -> {
        Material material = Tables.open(item.file());
        return material instanceof Table table
            ? new LeakedTableRows(table, labels)
            : new LooseSource(((Material.Loose) material).rows());
      }
      case PDF, OFFICE, OLD_OFFICE, HTML, MAIL, RTF -> {
        DocumentFiles.add(item, documents, pile);
        return null;
      }
      case PICTURE -> {
        pictures.add(item, pile);
        return null;
      }
      default ->
          throw Unreadable.file(
              item.file(), new Words("不读这种文件", "a kind of file that is not read here"));
    }
  }

  private LeakedRow row(Found found) {
    Map<FieldClass, PersonalText> canonical = new EnumMap<>(FieldClass.class);
    found
        .meant()
        .forEach(
            (field, text) ->
                canonical.put(field, labels.label(field, text.reveal(Reveal.TRACE)).canonical()));
    number++;
    if (beginnings.isEmpty() || !beginnings.lastEntry().getValue().equals(path)) {
      beginnings.put(number, path);
    }
    return new LeakedRow(number, found.raw(), canonical, found.whole());
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
    try (pile;
        documents;
        pictures) {
      if (source != null) {
        source.close();
      }
    }
  }
}
