package io.tidemark.app.files;

import io.tidemark.app.Session;
import io.tidemark.app.files.FoundMarks.Found;
import io.tidemark.formats.Unreadable;
import io.tidemark.formats.document.DocumentReader;
import io.tidemark.formats.document.Frame;
import io.tidemark.formats.pdf.PdfReading;
import io.tidemark.formats.pile.Item;
import io.tidemark.formats.pile.Look;
import io.tidemark.formats.pile.Lying;
import io.tidemark.formats.pile.Pile;
import io.tidemark.formats.pile.PileLimits;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.media.mark.MarkReading;
import io.tidemark.media.mark.PictureReader;
import io.tidemark.media.picture.Decoder;
import io.tidemark.media.picture.Limits;
import io.tidemark.terms.CopyNumber;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for numbers in files that were found, also in folders, archives and among what letters and
 * office documents have attached. A PDF's letters speak first; where they give no number its first
 * pages are looked at as pictures. Strangers' documents are parsed in a process of their own. One
 * thread uses it.
 */
public final class MarkSearch {
  private static final Limits PAGE = new Limits(64 << 20, 25_000_000, 25_000_000, 1);
  private static final Set<Look> WITH_ATTACHED =
      EnumSet.of(Look.OFFICE, Look.OLD_OFFICE, Look.MAIL);

  private final Session session;
  private final Set<Look> looks;
  private final String password;
  private final List<Long> numbers;
  private final PictureReader reader;
  private final List<Found> read = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  private MarkSearch(Session session, Set<Look> looks, String password) {
    this.session = session;
    this.looks = looks;
    this.password = password;
    this.numbers = session.home().marks().numbers();
    this.reader = new PictureReader(List.of(session.pictureKey()));
  }

  /** Looks through pictures and documents. */
  public static FoundMarks all(List<Path> paths, Session session) throws IOException {
    Set<Look> looks = EnumSet.of(Look.PDF, Look.PICTURE);
    looks.addAll(WITH_ATTACHED);
    return new MarkSearch(session, looks, "").in(paths);
  }

  /**
   * Looks through PDFs alone.
   *
   * @param password opens those that are locked; empty where none is
   */
  public static FoundMarks documents(List<Path> paths, Session session, String password)
      throws IOException {
    return new MarkSearch(session, EnumSet.of(Look.PDF), password).in(paths);
  }

  private FoundMarks in(List<Path> paths) throws IOException {
    try (Pile pile = Pile.of(paths, PileLimits.USUAL);
        DocumentReader documents =
            new DocumentReader(DocumentReader.USUAL_MEMORY, DocumentReader.USUAL_TIME)) {
      for (Lying lying = pile.next(); lying != null; lying = pile.next()) {
        if (lying instanceof Item item && looks.contains(item.look())) {
          try {
            look(item, pile, documents);
          } catch (Unreadable e) {
            skipped.add(new Skipped(item.path(), e.reason()));
          } catch (PictureFile.Refused e) {
            skipped.add(new Skipped(item.path(), e.refusal().reason()));
          }
        }
      }
    }
    return new FoundMarks(read, skipped);
  }

  private void look(Item item, Pile pile, DocumentReader documents) throws IOException, Unreadable {
    if (item.look() == Look.PDF) {
      document(item, documents);
    } else if (item.look() == Look.PICTURE) {
      MarkReading reading = reader.read(PictureFile.read(item.file()).pixels());
      keep(item, Optional.empty(), List.of(reading));
    } else {
      documents.read(
          item,
          frame -> {
            if (frame instanceof Frame.Attached attached) {
              pile.add(item.path(), attached.name(), new ByteArrayInputStream(attached.bytes()));
            }
          });
    }
  }

  private void document(Item item, DocumentReader documents) throws IOException, Unreadable {
    PdfReading reading =
        PdfReading.of(documents.traces(item.file(), password), session.markKey(), numbers);
    List<MarkReading> pages = new ArrayList<>();
    if (reading.layout().isEmpty()) {
      documents.pages(item.file(), password, frame -> page(frame, pages));
    }
    keep(item, Optional.of(reading), pages);
  }

  /** Looks at a page, unless one before had a number. */
  private void page(Frame frame, List<MarkReading> pages) {
    if (frame instanceof Frame.Attached page
        && pages.stream().noneMatch(MarkReading.Mark.class::isInstance)) {
      Decoder.decode(page.bytes(), PAGE)
          .either(picture -> pages.add(reader.read(picture.pixels())), refused -> false);
    }
  }

  private void keep(Item item, Optional<PdfReading> document, List<MarkReading> pictures) {
    Found found = new Found(item.path(), document, pictures, Optional.empty());
    Optional<CopyNumber> number = found.number();
    read.add(
        new Found(
            item.path(),
            document,
            pictures,
            number.flatMap(one -> session.home().marks().of(one))));
  }
}
