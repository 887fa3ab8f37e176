package io.tidemark.media.document;

import io.tidemark.media.document.Document.Kind;
import io.tidemark.media.document.Labels.Labelled;
import io.tidemark.media.ocr.Reader;
import io.tidemark.media.ocr.TextLine;
import io.tidemark.media.picture.Decoded.Picture;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Recognises papers by their titles and labels, and reads their fields. Thread-safe. */
public final class DocumentReader {
  private static final int ENOUGH = 3;
  private static final int TITLE = 3;
  private static final List<Entry> BY_SHAPE =
      List.of(Entry.PLATE, Entry.VIN, Entry.IDENTITY_NUMBER, Entry.FILE_NUMBER);
  private static final Map<Kind, Set<Entry>> ENTRIES =
      Map.of(
          Kind.VEHICLE_LICENCE,
          Set.of(
              Entry.PLATE,
              Entry.NAME,
              Entry.ADDRESS,
              Entry.MODEL,
              Entry.VIN,
              Entry.ENGINE_NUMBER,
              Entry.REGISTERED,
              Entry.ISSUED,
              Entry.FILE_NUMBER),
          Kind.DRIVING_LICENCE,
          Set.of(Entry.IDENTITY_NUMBER, Entry.NAME, Entry.ADDRESS, Entry.FILE_NUMBER, Entry.BORN),
          Kind.IDENTITY_CARD,
          Set.of(Entry.NAME, Entry.ADDRESS, Entry.IDENTITY_NUMBER, Entry.BORN),
          Kind.POLICY,
          Set.of(
              Entry.POLICY_NUMBER,
              Entry.NAME,
              Entry.MOBILE,
              Entry.IDENTITY_NUMBER,
              Entry.PLATE,
              Entry.MODEL,
              Entry.VIN,
              Entry.ENGINE_NUMBER,
              Entry.REGISTERED,
              Entry.ISSUED,
              Entry.ADDRESS,
              Entry.PREMIUM,
              Entry.EXPIRY));

  /** Words that only one paper has. */
  private static final Map<String, Kind> WORDS =
      Map.of(
          "行驶证", Kind.VEHICLE_LICENCE,
          "车辆识别代号", Kind.VEHICLE_LICENCE,
          "使用性质", Kind.VEHICLE_LICENCE,
          "驾驶证", Kind.DRIVING_LICENCE,
          "准驾车型", Kind.DRIVING_LICENCE,
          "公民身份", Kind.IDENTITY_CARD,
          "保险单", Kind.POLICY,
          "被保险人", Kind.POLICY);

  private final Reader reader;

  /** A reader of papers that looks again at what it is unsure of. */
  public DocumentReader(Reader reader) {
    this.reader = reader;
  }

  /**
   * Which of these lines are labels or titles of a licence: what is printed smaller right below one
   * is its translation. Other papers have none.
   */
  public Predicate<TextLine> translated(List<TextLine> lines) {
    boolean licence =
        kind(Layout.of(lines), lines)
            .filter(kind -> kind == Kind.VEHICLE_LICENCE || kind == Kind.DRIVING_LICENCE)
            .isPresent();
    return line -> licence && (titled(line) || !Labels.in(Piece.of(line)).isEmpty());
  }

  private static boolean titled(TextLine line) {
    String text = Piece.of(line).text();
    return WORDS.keySet().stream().anyMatch(text::contains);
  }

  /** The paper that these lines of a picture show, if it is a known one. */
  public Optional<Document> read(Picture picture, List<TextLine> lines) {
    Layout layout = Layout.of(lines);
    Optional<Kind> kind = kind(layout, lines);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Deciphering deciphering = new Deciphering(reader, picture);
    Map<Entry, Field> fields = new EnumMap<>(Entry.class);
    Set<Entry> wanted = ENTRIES.getOrDefault(kind.get(), Set.of());
    for (Labelled labelled : layout.labels()) {
      List<Piece> value = wanted.contains(labelled.entry()) ? layout.valueOf(labelled) : List.of();
      if (!value.isEmpty()) {
        deciphering
            .field(labelled.entry(), value, true)
            .ifPresent(field -> fields.merge(field.entry(), field, DocumentReader::surer));
      }
    }
    for (Entry entry : BY_SHAPE) {
      if (wanted.contains(entry) && !fields.containsKey(entry)) {
        byShape(entry, layout, deciphering).ifPresent(field -> fields.put(entry, field));
      }
    }
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new Document(kind.get(), List.copyOf(fields.values())));
  }

  private static Optional<Field> byShape(Entry entry, Layout layout, Deciphering deciphering) {
    return layout.values().stream()
        .flatMap(piece -> deciphering.field(entry, List.of(piece), false).stream())
        .reduce(DocumentReader::surer);
  }

  private static Field surer(Field one, Field other) {
    if (one.checked() != other.checked()) {
      return one.checked() ? one : other;
    }
    return other.surety() > one.surety() ? other : one;
  }

  /** Each label speaks for the papers that have it, a word of one paper more. */
  private static Optional<Kind> kind(Layout layout, List<TextLine> lines) {
    Map<Kind, Integer> votes = new EnumMap<>(Kind.class);
    for (Labelled labelled : layout.labels()) {
      ENTRIES.forEach(
          (kind, entries) ->
              votes.merge(kind, entries.contains(labelled.entry()) ? 1 : 0, Integer::sum));
    }
    for (TextLine line : lines) {
      String text = Piece.of(line).text();
      WORDS.forEach(
          (word, kind) -> votes.merge(kind, text.contains(word) ? TITLE : 0, Integer::sum));
    }
    return votes.entrySet().stream()
        .filter(entry -> entry.getValue() >= ENOUGH)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }
}
