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
import io.tidemark.vault.Locator;
import io.tidemark.vault.Opened;
import io.tidemark.vault.OpenedRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * Compares leaked rows with the opened originals: which record each is about, which spellings it
 * shows.
 */
public final class Reader {
  /**
   * What must agree besides a name: the door, or two of expiry, model and remark. Namesakes live in
   * one city, are served by one agency, drive one model, and one in 365 has the same expiry.
   */
  private static final int ANOTHER_SIGN = 2;

  private final BiasKey biases;

  /** A reader that draws biases from this key. */
  public Reader(BiasKey biases) {
    this.biases = biases;
  }

  /** Reads every matched row. */
  public Reading read(Matches matches, Opened originals) {
    Map<Integer, OpenedRecord> byNumber = new HashMap<>();
    originals.records().forEach(record -> byNumber.put(record.id().number(), record));
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

  private Optional<Reading.Row> row(Match match, Map<Integer, OpenedRecord> originals) {
    int best = 0;
    RoaringBitmap records = new RoaringBitmap();
    for (int number : match.records()) {
      OpenedRecord record = originals.get(number);
      int agreement = record == null ? 0 : agreement(match, record);
      if (agreement > best) {
        best = agreement;
        records = new RoaringBitmap();
      }
      if (agreement == best && agreement > 0) {
        records.add(number);
      }
    }
    if (records.isEmpty()) {
      return Optional.empty();
    }
    OpenedRecord original = originals.get(records.first());
    return original == null
        ? Optional.empty()
        : Optional.of(
            new Reading.Row(match.row(), records, original, cells(match.row(), original)));
  }

  /**
   * How many cells agree; 0 when it is another person: a token can find a stranger, a name has
   * namesakes.
   */
  private int agreement(Match match, OpenedRecord record) {
    int numbers = 0;
    for (Locator kind : Locator.all()) {
      numbers += kind != Locator.NAME && agrees(match.row(), record, kind.field()) ? 1 : 0;
    }
    int others = agrees(match.row(), record, FieldClass.EXPIRY) ? 1 : 0;
    Map<FieldClass, Integer> values = new EnumMap<>(FieldClass.class);
    for (Leak.Cell cell : cells(match.row(), record)) {
      int weight = cell.shown().mask() == 0 ? 0 : weight(cell.carrier());
      values.merge(cell.carrier().field(), weight, Math::max);
    }
    others += values.values().stream().mapToInt(Integer::intValue).sum();
    boolean somebody = match.byNumber() ? numbers > 0 : others >= ANOTHER_SIGN;
    int name = agrees(match.row(), record, FieldClass.NAME) ? 1 : 0;
    return somebody ? 10 * numbers + name + others : 0;
  }

  /** What it says about the person that a value agrees, however it is spelled. */
  private static int weight(Carrier carrier) {
    return switch (carrier) {
      case PROVINCE, MUNICIPALITY, AGENCY_FORM, DEALER_FORM, AGENCY_BRANCH -> 0;
      case UNIT -> ANOTHER_SIGN;
      default -> 1;
    };
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
