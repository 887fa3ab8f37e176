package io.tidemark.trace;

import io.tidemark.fingerprint.Offer;
import io.tidemark.fingerprint.code.BiasKey;
import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.code.Certainty;
import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.Seed;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.fingerprint.spelling.Parsed;
import io.tidemark.fingerprint.spelling.Shown;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import io.tidemark.vault.Shelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Compares leaked rows with the opened originals: which record each is about, which spellings it
 * shows.
 */
public final class Reader {
  /** Versions and policies that read alike beyond these are left out, the oldest first. */
  private static final int MOST_ORIGINALS = 16;

  private final BiasKey biases;

  /** A reader that draws biases from this key. */
  public Reader(BiasKey biases) {
    this.biases = biases;
  }

  /**
   * Reads every matched row. A row that agrees with somebody in custody is about that person, and
   * only another one can be about a honey customer: who is a candidate must not depend on keys.
   *
   * @param originals every version of the matched records, in ascending order of number and age
   */
  public Reading read(Matches matches, Opened originals) {
    Map<Integer, List<Original>> byNumber = new HashMap<>();
    originals.records().forEach(record -> add(record, byNumber));
    List<Reading.Row> rows = new ArrayList<>();
    List<Reading.HoneyRow> honey = new ArrayList<>();
    for (Match match : matches.found()) {
      Optional<Reading.Row> row = row(match, byNumber);
      row.ifPresent(rows::add);
      if (row.isEmpty() && !match.honey().isEmpty()) {
        honey.add(new Reading.HoneyRow(match.row(), match.honey()));
      }
    }
    return new Reading(widened(rows), honey, matches.read());
  }

  private static List<Reading.Row> widened(List<Reading.Row> rows) {
    Certainty certainty = Certainty.of(rows.stream().map(row -> row.leaked().raw()).toList());
    return rows.stream().map(row -> row.withCells(certainty.widened(row.cells()))).toList();
  }

  /** Adds a version; the one before it ended when it came. */
  private static void add(OpenedRecord record, Map<Integer, List<Original>> byNumber) {
    List<Original> versions =
        byNumber.computeIfAbsent(record.id().number(), number -> new ArrayList<>());
    if (!versions.isEmpty()) {
      int last = versions.size() - 1;
      versions.set(last, new Original(versions.get(last).record(), record.since()));
    }
    versions.add(new Original(record, Shelf.LATEST));
  }

  /** The row with the versions that agree best; those that show other spellings are left out. */
  private Optional<Reading.Row> row(Match match, Map<Integer, List<Original>> originals) {
    int most = 0;
    RoaringBitmap records = new RoaringBitmap();
    List<Original> best = new ArrayList<>();
    for (int number : match.records()) {
      for (Original original : originals.getOrDefault(number, List.of())) {
        int agreement = agreement(match, original.record());
        if (agreement > most) {
          most = agreement;
          records = new RoaringBitmap();
          best.clear();
        }
        if (agreement == most && agreement > 0) {
          records.add(number);
          best.add(original);
        }
      }
    }
    if (best.isEmpty()) {
      return Optional.empty();
    }
    List<List<Leak.Cell>> shown =
        best.stream().map(original -> cells(match.row(), original.record())).toList();
    int first = 0;
    for (int i = 1; i < shown.size(); i++) {
      first = telling(shown.get(i)) >= telling(shown.get(first)) ? i : first;
    }
    List<Leak.Cell> cells = shown.get(first);
    List<Original> alike =
        IntStream.range(0, best.size())
            .filter(i -> Leak.Cell.alike(cells, shown.get(i)))
            .mapToObj(best::get)
            .toList();
    List<Original> kept = alike.subList(Math.max(0, alike.size() - MOST_ORIGINALS), alike.size());
    return Optional.of(new Reading.Row(match.row(), records, kept, cells));
  }

  private static long telling(List<Leak.Cell> cells) {
    return cells.stream().filter(cell -> cell.shown().tells(cell.carrier().spellings())).count();
  }

  /**
   * How many cells agree; 0 when it is another person: a token can find a stranger, a name has
   * namesakes.
   */
  private int agreement(Match match, OpenedRecord record) {
    LeakedRow row = match.row();
    Agreement agreement = Agreement.of(field -> agrees(row, record, field), cells(row, record));
    boolean somebody = agreement.somebody() && (agreement.numbers() > 0 || !match.byNumber());
    return somebody ? agreement.strength() + sameMeaning(row, record) : 0;
  }

  /**
   * How many marked values say just what the record says: what tells two versions apart whose
   * addresses begin and end alike.
   */
  private static int sameMeaning(LeakedRow row, OpenedRecord record) {
    int same = 0;
    for (Offer offer : record.offers()) {
      FieldClass field = offer.carriers().get(0).field();
      PersonalText leaked = row.raw().get(field);
      PersonalText original = record.content().original(field);
      boolean equal =
          leaked != null
              && Catalogue.parse(field, leaked, offer.carriers())
                  .content()
                  .equals(Catalogue.parse(field, original, offer.carriers()).content());
      same += equal ? 1 : 0;
    }
    return same;
  }

  private static boolean agrees(LeakedRow row, OpenedRecord record, FieldClass field) {
    PersonalText leaked = row.canonical().get(field);
    return leaked != null && !leaked.isEmpty() && leaked.equals(record.content().canonical(field));
  }

  private List<Leak.Cell> cells(LeakedRow row, OpenedRecord record) {
    List<Leak.Cell> cells = new ArrayList<>(4);
    for (Offer offer : record.offers()) {
      FieldClass field = offer.carriers().get(0).field();
      PersonalText leaked = row.raw().get(field);
      if (leaked != null || !row.whole().isEmpty()) {
        Parsed parsed = Catalogue.parse(field, record.content().original(field), offer.carriers());
        List<Shown> shown = leaked == null ? parsed.find(row.whole()) : parsed.read(leaked);
        add(offer, shown, cells);
      }
    }
    return cells;
  }

  private void add(Offer offer, List<Shown> shown, List<Leak.Cell> cells) {
    Seed seed = biases.seed(offer.position());
    for (int i = 0; i < offer.carriers().size(); i++) {
      Carrier carrier = offer.carriers().get(i);
      cells.add(new Leak.Cell(offer.position(), carrier, shown.get(i), Biases.draw(seed, carrier)));
    }
  }
}
