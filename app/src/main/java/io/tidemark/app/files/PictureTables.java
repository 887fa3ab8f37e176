package io.tidemark.app.files;

import io.tidemark.formats.Unreadable;
import io.tidemark.formats.pile.Item;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.table.TableWriter;
import io.tidemark.media.PictureReading;
import io.tidemark.media.PictureText;
import io.tidemark.media.Pictures;
import io.tidemark.media.Refused;
import io.tidemark.media.document.Document;
import io.tidemark.media.document.Field;
import io.tidemark.media.picture.Limits;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What pictures show, as files of a pile: of a paper that is known (a licence, a policy) a table of
 * one row, of anything else its text. The networks are loaded when the first picture comes. One
 * thread uses it; to be closed.
 */
final class PictureTables implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int FIELDS_OF_A_PAPER = 3;
  private static final Path CSV = Path.of("paper.csv");

  private @Nullable Pictures pictures;

  /** Reads a picture and adds what it shows to the pile. */
  void add(Item item, Pile pile) throws IOException, Unreadable {
    PictureReading reading = opened().read(item.file(), Limits.USUAL);
    if (reading instanceof Refused refused) {
      throw Unreadable.file(item.file(), refused.refusal().reason());
    }
    PictureText text = (PictureText) reading;
    Map<FieldClass, PersonalText> paper = paper(text);
    if (paper.size() >= FIELDS_OF_A_PAPER) {
      pile.add(item.path(), "paper.csv", new ByteArrayInputStream(table(paper)));
    } else if (!text.lines().isEmpty()) {
      byte[] rows = text.rows().reveal(Reveal.TRACE).getBytes(StandardCharsets.UTF_8);
      pile.add(item.path(), "text.txt", new ByteArrayInputStream(rows));
    }
  }

  private Pictures opened() {
    Pictures known = pictures;
    if (known == null) {
      known = Pictures.open(THREADS);
      pictures = known;
    }
    return known;
  }

  /** The fields of a paper that the portfolio has too. */
  private static Map<FieldClass, PersonalText> paper(PictureText text) {
    Map<FieldClass, PersonalText> fields = new EnumMap<>(FieldClass.class);
    for (Field field : text.document().map(Document::fields).orElse(List.of())) {
      for (FieldClass known : FieldClass.values()) {
        if (known.name().equals(field.entry().name())) {
          fields.put(known, field.value());
        }
      }
    }
    return fields;
  }

  private static byte[] table(Map<FieldClass, PersonalText> paper) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TableWriter table = TableWriter.named(CSV, bytes)) {
      table.write(paper.keySet().stream().map(FieldClass::zh).toList());
      table.write(paper.values().stream().map(value -> value.reveal(Reveal.TRACE)).toList());
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    Pictures known = pictures;
    pictures = null;
    if (known != null) {
      known.close();
    }
  }
}
