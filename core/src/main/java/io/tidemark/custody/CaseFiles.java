package io.tidemark.custody;

import io.tidemark.evidence.CaseFile;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.trace.Attribution;
import io.tidemark.trace.Candidate;
import io.tidemark.trace.Fusion;
import io.tidemark.trace.LeakedRow;
import io.tidemark.trace.ReadMark;
import io.tidemark.trace.Reading;
import io.tidemark.trace.WeighedMark;
import io.tidemark.vault.Commitment;
import io.tidemark.vault.Locator;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts an answer together with everything that its score rests on. */
final class CaseFiles {
  /** Candidates beyond these are counted, not listed, unless they are accused. */
  private static final int LISTED = 50;

  private CaseFiles() {}

  static CaseFile of(Inquiry.Sighting sighting, Reading reading, Fusion fusion) {
    Attribution attribution = fusion.rows();
    List<CaseFile.Ranked> ranking =
        attribution.candidates().stream()
            .filter(
                candidate ->
                    attribution.accused().contains(candidate)
                        || attribution.candidates().indexOf(candidate) < LISTED)
            .map(candidate -> ranked(candidate, fusion.byRows().contains(candidate)))
            .toList();
    return new CaseFile(
        sighting.id().text(),
        sighting.attempt(),
        sighting.material(),
        new CaseFile.Rows(
            reading.read(),
            (long) reading.rows().size() + reading.honey().size(),
            reading.foreign()),
        fusion.verdict().id(),
        attribution.counted(),
        attribution.threshold(),
        attribution.outside(),
        sighting.seen(),
        ranking,
        reading.rows().stream().map(CaseFiles::leakRow).toList(),
        honeyRows(reading, attribution),
        fusion.marks().stream().map(one -> mark(one, fusion.naming().contains(one))).toList());
  }

  private static CaseFile.Mark mark(WeighedMark weighed, boolean accused) {
    ReadMark mark = weighed.mark();
    return new CaseFile.Mark(
        mark.file(),
        mark.number(),
        mark.from().id(),
        mark.bound(),
        mark.to(),
        mark.disclosure().map(DisclosureId::text),
        mark.entry(),
        weighed.rows(),
        weighed.held(),
        accused);
  }

  private static CaseFile.Ranked ranked(Candidate candidate, boolean accused) {
    return new CaseFile.Ranked(
        candidate.party(),
        candidate.disclosure().map(DisclosureId::text),
        candidate.logMarks(),
        candidate.logHoney(),
        candidate.honey(),
        candidate.honeyAmong(),
        candidate.bound(),
        candidate.posterior(),
        candidate.rowsExplained(),
        candidate.late(),
        candidate.lacking(),
        accused);
  }

  /**
   * Marked fields as they were found; of the others only what agrees with the record. Everything
   * else stays closed.
   */
  private static CaseFile.LeakRow leakRow(Reading.Row row) {
    Map<FieldClass, PersonalText> cells = new EnumMap<>(FieldClass.class);
    LeakedRow leaked = row.leaked();
    for (FieldClass field : Catalogue.marked()) {
      PersonalText text = leaked.raw().get(field);
      if (text != null) {
        cells.put(field, text);
      }
    }
    leaked
        .canonical()
        .forEach(
            (field, text) -> {
              if (row.says(field, text) && !Catalogue.marked().contains(field)) {
                cells.put(field, text);
              }
            });
    List<Commitment> records =
        row.originals().stream()
            .map(original -> opened(original.record().commitment(), cells, leaked))
            .toList();
    return new CaseFile.LeakRow(leaked.number(), cells, leaked.whole(), records);
  }

  private static Commitment opened(
      Commitment commitment, Map<FieldClass, PersonalText> cells, LeakedRow leaked) {
    return new Commitment(
        commitment.items().stream()
            .map(item -> shown(item, cells, leaked) ? item : item.closed())
            .toList());
  }

  private static boolean shown(
      Commitment.Item item, Map<FieldClass, PersonalText> cells, LeakedRow leaked) {
    String name = item.name().startsWith("mark ") ? item.name().substring(5) : item.name();
    boolean inText =
        !leaked.whole().isEmpty()
            && Catalogue.marked().stream().anyMatch(field -> field.name().equals(name));
    return inText || cells.keySet().stream().anyMatch(field -> field.name().equals(name));
  }

  /** Rows of honey customers, with the numbers and the name that they were compared by. */
  private static List<CaseFile.HoneyRow> honeyRows(Reading reading, Attribution attribution) {
    Map<Integer, String> names = new HashMap<>();
    attribution
        .candidates()
        .forEach(c -> c.disclosures().forEach(d -> names.put(d.number(), d.id().text())));
    return reading.honey().stream().map(row -> honeyRow(row, names)).toList();
  }

  private static CaseFile.HoneyRow honeyRow(Reading.HoneyRow row, Map<Integer, String> names) {
    Map<FieldClass, PersonalText> cells = new EnumMap<>(row.leaked().canonical());
    cells.keySet().retainAll(Locator.all().stream().map(Locator::field).toList());
    List<CaseFile.Invented> customers =
        row.invented().stream()
            .filter(customer -> names.containsKey(customer.disclosure()))
            .map(
                customer ->
                    new CaseFile.Invented(
                        names.getOrDefault(customer.disclosure(), ""), customer.draw()))
            .sorted(
                Comparator.comparing(CaseFile.Invented::disclosure)
                    .thenComparingInt(CaseFile.Invented::draw))
            .toList();
    return new CaseFile.HoneyRow(row.leaked().number(), cells, customers);
  }
}
