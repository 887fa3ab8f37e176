package io.tidemark.evidence;

import io.tidemark.fingerprint.code.Biases;
import io.tidemark.fingerprint.code.Certainty;
import io.tidemark.fingerprint.code.Leak;
import io.tidemark.fingerprint.code.Position;
import io.tidemark.fingerprint.code.Seed;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.fingerprint.spelling.Parsed;
import io.tidemark.fingerprint.spelling.Shown;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Commitment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the spellings of a leaked row again, from the committed content and nothing else.
 * Stateless.
 */
public final class EvidenceReading {
  private static final String MARK = "mark ";

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
   * The cells that the row shows: for each opened mark, the leaked text against the opened content.
   */
  private static List<Leak.Cell> cells(CaseFile.LeakRow row, Commitment record) {
    List<Leak.Cell> cells = new ArrayList<>();
    for (Commitment.Item item : record.items()) {
      if (item.name().startsWith(MARK) && item.opening().isPresent()) {
        field(item.name().substring(MARK.length()))
            .ifPresent(field -> add(row, record, field, item.opening().get().value(), cells));
      }
    }
    return cells;
  }

  private static void add(
      CaseFile.LeakRow row,
      Commitment record,
      FieldClass field,
      String mark,
      List<Leak.Cell> cells) {
    Optional<PersonalText> content = opened(record, field);
    PersonalText leaked = row.cells().get(field);
    String[] parts = mark.split(" ");
    if (content.isEmpty() || parts.length != 3 || (leaked == null && row.whole().isEmpty())) {
      return;
    }
    List<Carrier> carriers = carriers(parts[2]);
    Parsed parsed = Catalogue.parse(field, content.get(), carriers);
    if (!carriers.equals(parsed.carriers())) {
      return;
    }
    List<Shown> shown = leaked == null ? parsed.find(row.whole()) : parsed.read(leaked);
    Position position = Position.parse(parts[0]);
    Seed seed = Seed.parse(parts[1]);
    for (int i = 0; i < carriers.size(); i++) {
      cells.add(
          new Leak.Cell(
              position, carriers.get(i), shown.get(i), Biases.draw(seed, carriers.get(i))));
    }
  }

  /** The carriers of a mark; none when it names one that this catalogue has not. */
  private static List<Carrier> carriers(String names) {
    List<Optional<Carrier>> carriers = Arrays.stream(names.split(",")).map(Carrier::named).toList();
    return carriers.stream().allMatch(Optional::isPresent)
        ? carriers.stream().flatMap(Optional::stream).toList()
        : List.of();
  }

  /**
   * What is wrong with the row: nothing that it shows agrees with a record, or its records do not
   * show the same spellings.
   */
  static List<String> faults(CaseFile.LeakRow row) {
    List<String> faults = new ArrayList<>();
    List<Leak.Cell> first = cells(row);
    boolean agrees = row.records().stream().allMatch(record -> agrees(row, record));
    if (!agrees || row.records().isEmpty()) {
      faults.add("row " + row.number() + " agrees with its record in nothing");
    }
    if (!row.records().stream().allMatch(record -> Leak.Cell.alike(first, cells(row, record)))) {
      faults.add("the records of row " + row.number() + " show other spellings");
    }
    return faults;
  }

  private static boolean agrees(CaseFile.LeakRow row, Commitment record) {
    boolean number =
        row.cells().entrySet().stream()
            .filter(cell -> !Catalogue.marked().contains(cell.getKey()))
            .anyMatch(cell -> opened(record, cell.getKey()).equals(Optional.of(cell.getValue())));
    return number || cells(row, record).stream().anyMatch(cell -> cell.shown().mask() != 0);
  }

  private static Optional<PersonalText> opened(Commitment record, FieldClass field) {
    return record.items().stream()
        .filter(item -> item.name().equals(field.name()))
        .findFirst()
        .flatMap(Commitment.Item::opening)
        .map(opening -> PersonalText.of(opening.value()));
  }

  private static Optional<FieldClass> field(String name) {
    return Arrays.stream(FieldClass.values())
        .filter(field -> field.name().equals(name))
        .findFirst();
  }
}
