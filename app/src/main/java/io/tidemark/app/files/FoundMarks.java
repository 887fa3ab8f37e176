package io.tidemark.app.files;

import io.tidemark.app.Session;
import io.tidemark.custody.marks.Marking;
import io.tidemark.custody.marks.MarksGiven;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.pdf.PdfReading;
import io.tidemark.formats.pile.Item;
import io.tidemark.formats.pile.Look;
import io.tidemark.formats.pile.Lying;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.pile.PileLimits;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.terms.CopyMark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The marks of documents, also of those in folders and archives.
 *
 * @param read what was read, document by document
 * @param skipped what could not be looked through
 */
public record FoundMarks(List<Document> read, List<Skipped> skipped) {
  /** Copies the lists. */
  public FoundMarks {
    read = List.copyOf(read);
    skipped = List.copyOf(skipped);
  }

  /**
   * One document.
   *
   * @param reading what its letters and structure say
   * @param given whose copy that is, where the number was given out
   */
  public record Document(String path, PdfReading reading, Optional<MarksGiven.Given> given) {}

  /** Reads every PDF of these files and folders, each in the process for strangers' documents. */
  public static FoundMarks in(List<Path> paths, Session session) throws IOException {
    List<Document> read = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    List<Long> numbers = session.home().marks().numbers();
    try (Pile pile = Pile.of(paths, PileLimits.USUAL);
        DocumentReader documents =
            new DocumentReader(DocumentReader.USUAL_MEMORY, DocumentReader.USUAL_TIME)) {
      for (Lying lying = pile.next(); lying != null; lying = pile.next()) {
        if (lying instanceof Item item && item.look() == Look.PDF) {
          try {
            PdfReading reading =
                PdfReading.of(documents.traces(item.file()), session.markKey(), numbers);
            read.add(new Document(item.path(), reading, given(reading, session)));
          } catch (Unreadable e) {
            skipped.add(new Skipped(item.path(), e.reason()));
          }
        }
      }
    }
    return new FoundMarks(read, skipped);
  }

  private static Optional<MarksGiven.Given> given(PdfReading reading, Session session) {
    return reading
        .number()
        .flatMap(number -> session.home().marks().of(new CopyMark(number.payload())));
  }

  /** The chance that an innocent is named by this document: every document is a try. */
  public double bound(Document document) {
    return Math.min(
        1, document.reading().number().map(PdfReading.Found::bound).orElse(1.0) * read.size());
  }

  /** The documents that name somebody. */
  public List<Document> named() {
    return read.stream().filter(document -> document.given().isPresent()).toList();
  }

  /** What is recorded of them. */
  public List<Marking.Read> recorded() {
    return named().stream()
        .map(one -> new Marking.Read(one.given().orElseThrow().mark(), bound(one)))
        .toList();
  }
}
