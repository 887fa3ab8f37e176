package io.tidemark.app.files;

import io.tidemark.custody.marks.Marking;
import io.tidemark.custody.marks.MarksGiven;
import io.tidemark.formats.pdf.MarkKey;
import io.tidemark.formats.pdf.PdfReading;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.media.mark.MarkReading;
import io.tidemark.media.mark.MarkReading.Mark;
import io.tidemark.terms.CopyNumber;
import io.tidemark.trace.ReadMark;
import io.tidemark.trace.ReadMark.From;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of pictures and documents that were found, those in folders and archives too. {@link
 * MarkSearch} makes it.
 *
 * @param read what was read, file by file
 * @param skipped what could not be looked through
 */
public record FoundMarks(List<Found> read, List<Skipped> skipped) {
  /** How likely chance passes the check bits once. */
  public static final double CHANCE = 1.0 / (1L << MarkKey.CHECK_BITS);

  /** Copies the lists. */
  public FoundMarks {
    read = List.copyOf(read);
    skipped = List.copyOf(skipped);
  }

  /**
   * One file.
   *
   * @param document what its letters and structure say, where it is a document
   * @param pictures what its pages say as pictures, or it as one, as far as they were looked at
   * @param given whose copy that is, where the number was given out
   */
  public record Found(
      String path,
      Optional<PdfReading> document,
      List<MarkReading> pictures,
      Optional<MarksGiven.Given> given) {
    /** Copies the list. */
    public Found {
      pictures = List.copyOf(pictures);
    }

    /** The mark of a picture or of a page, if one was read. */
    public Optional<Mark> picture() {
      return pictures.stream()
          .flatMap(
              one -> one.<Optional<Mark>>either(Optional::of, none -> Optional.empty()).stream())
          .findFirst();
    }

    /** In what the number was read, the surest first; nothing where none was. */
    public Optional<From> from() {
      if (document.flatMap(PdfReading::layout).isPresent()) {
        return Optional.of(From.LAYOUT);
      }
      if (picture().isPresent()) {
        return Optional.of(document.isPresent() ? From.PAGE : From.PICTURE);
      }
      if (document.flatMap(PdfReading::likely).isPresent()) {
        return Optional.of(From.LIKELY);
      }
      return document.flatMap(PdfReading::structure).map(found -> From.STRUCTURE);
    }

    /** The number that the file says. */
    public Optional<CopyNumber> number() {
      return from().map(from -> new CopyNumber(payload(from)));
    }

    private long payload(From from) {
      return from == From.PICTURE || from == From.PAGE
          ? picture().orElseThrow().payload()
          : document.flatMap(PdfReading::number).orElseThrow().payload();
    }

    /** How many times check bits were asked. */
    int tries() {
      return document.map(PdfReading::tries).orElse(0)
          + pictures.stream().mapToInt(MarkReading::tries).sum();
    }
  }

  /**
   * The chance that an innocent is named by any of the files as this one names: all tries count.
   */
  public double bound(Found found) {
    double all = CHANCE * read.stream().mapToInt(Found::tries).sum();
    double likely =
        found.from().filter(from -> from == From.LIKELY).isPresent()
            ? read.size()
                * found
                    .document()
                    .flatMap(PdfReading::likely)
                    .map(PdfReading.Found::bound)
                    .orElse(1.0)
            : 0;
    return Math.min(1, all + likely);
  }

  /** The files that name somebody. */
  public List<Found> named() {
    return read.stream().filter(found -> found.given().isPresent()).toList();
  }

  /** What is recorded of them. */
  public List<Marking.Read> recorded() {
    return named().stream()
        .map(one -> new Marking.Read(one.given().orElseThrow().mark(), bound(one)))
        .toList();
  }

  /** The same for an inquiry. */
  public List<ReadMark> marks() {
    return named().stream().map(this::mark).toList();
  }

  private ReadMark mark(Found found) {
    MarksGiven.Given given = found.given().orElseThrow();
    return new ReadMark(
        found.path(),
        given.mark(),
        found.from().orElseThrow(),
        bound(found),
        given.to(),
        given.disclosure(),
        given.entry());
  }
}
