package io.tidemark.evidence;

import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.code.Certainty;
import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.fingerprint.spelling.Shown;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.trace.Agreement;
import io.tidemark.vault.Commitment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the spellings of a leaked row again, from the committed content and nothing else.
 * Stateless.
 */
public final class EvidenceReading {
  private EvidenceReading() {}

  /** The spellings that count, of all rows. */
  public static Leak leak(List<CaseFile.LeakRow> rows) {
    Certainty certainty = Certainty.of(rows.stream().map(CaseFile.LeakRow::cells).toList());
    return Leak.of(rows.stream().map(row -> certainty.widened(cells(row))).toList());
  }

  /** The cells that the row shows. */
  static List<Leak.Cell> cells(CaseFile.LeakRow row) {
    return row.records().isEmpty() ? List.of() : cells(row, row.records().get(0));
  }

  /**
   * The cells that the row shows: for each opened mark that can be read, the leaked text against
   * the opened content.
   */
  private static List<Leak.Cell> cells(CaseFile.LeakRow row, Commitment record) {
    List<Leak.Cell> cells = new ArrayList<>();
    for (Commitment.Item item : record.items()) {
      field(item)
          .filter(field -> shows(row, field))
          .flatMap(field -> OpenedMark.of(record, field))
          .ifPresent(mark -> add(row, mark, cells));
    }
    return cells;
  }

  /** The field of an item that is a mark. */
  private static Optional<FieldClass> field(Commitment.Item item) {
    return Catalogue.marked().stream()
        .filter(field -> item.name().equals(OpenedMark.MARK + field.name()))
        .findFirst();
  }

  private static boolean shows(CaseFile.LeakRow row, FieldClass field) {
    return row.cells().containsKey(field) || !row.whole().isEmpty();
  }

  private static void add(CaseFile.LeakRow row, OpenedMark mark, List<Leak.Cell> cells) {
    PersonalText leaked = row.cells().get(mark.carriers().get(0).field());
    List<Shown> shown =
        leaked == null ? mark.parsed().find(row.whole()) : mark.parsed().read(leaked);
    for (int i = 0; i < mark.carriers().size(); i++) {
      Carrier carrier = mark.carriers().get(i);
      Biases biases = Biases.draw(mark.seed(), carrier);
      cells.add(new Leak.Cell(mark.position(), carrier, shown.get(i), biases));
    }
  }

  /**
   * What is wrong with the row: it would not do for an inquiry to say that it is about this person,
   * its records do not show the same spellings, or a mark cannot be read.
   */
  static List<String> faults(CaseFile.LeakRow row) {
    List<String> faults = new ArrayList<>();
    List<Leak.Cell> first = cells(row);
    boolean agrees = row.records().stream().allMatch(record -> agrees(row, record));
    if (!agrees || row.records().isEmpty()) {
      faults.add("row " + row.number() + " agrees with its record in too little");
    }
    if (!row.records().stream().allMatch(record -> Leak.Cell.alike(first, cells(row, record)))) {
      faults.add("the records of row " + row.number() + " show other spellings");
    }
    if (!row.records().stream().allMatch(record -> opensItsMarks(row, record))) {
      faults.add("a mark of row " + row.number() + " is not opened, or cannot be read");
    }
    return faults;
  }

  /** Whether each mark is opened that the row shows, and is one. */
  private static boolean opensItsMarks(CaseFile.LeakRow row, Commitment record) {
    return record.items().stream()
        .filter(item -> item.name().startsWith(OpenedMark.MARK))
        .map(EvidenceReading::field)
        .allMatch(
            field ->
                field.isPresent()
                    && (!shows(row, field.get())
                        || OpenedMark.of(record, field.get()).isPresent()));
  }

  private static boolean agrees(CaseFile.LeakRow row, Commitment record) {
    return Agreement.of(field -> agrees(row, record, field), cells(row, record)).somebody();
  }

  private static boolean agrees(CaseFile.LeakRow row, Commitment record, FieldClass field) {
    PersonalText leaked = row.cells().get(field);
    return leaked != null
        && !leaked.isEmpty()
        && OpenedMark.opened(record, field.name()).equals(Optional.of(leaked));
  }
}
