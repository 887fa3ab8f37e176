package io.tidemark.custody;

import io.tidemark.evidence.CaseFile;
import io.tidemark.fingerprint.spelling.Catalogue;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.trace.Attribution;
import io.tidemark.trace.Candidate;
import io.tidemark.trace.LeakedRow;
import io.tidemark.trace.Reading;
import io.tidemark.trace.RecordedDisclosure;
import io.tidemark.vault.Commitment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Puts an answer together with everything that its score rests on. */
final class CaseFiles {
  /** Candidates beyond these are counted, not listed, unless they are accused. */
  private static final int LISTED = 50;

  private CaseFiles() {}

  static CaseFile of(Inquiry.Sighting sighting, Reading reading, Attribution attribution) {
    List<CaseFile.Ranked> ranking =
        attribution.candidates().stream()
            .filter(
                candidate ->
                    attribution.accused().contains(candidate)
                        || attribution.candidates().indexOf(candidate) < LISTED)
            .map(candidate -> ranked(candidate, attribution.accused().contains(candidate)))
            .toList();
    return new CaseFile(
        sighting.id().text(),
        sighting.attempt(),
        sighting.material(),
        new CaseFile.Rows(
            reading.read(),
            (long) reading.rows().size() + reading.honey().size(),
            reading.foreign()),
        attribution.verdict().id(),
        attribution.candidates().size(),
        attribution.threshold(),
        attribution.outside(),
        ranking,
        reading.rows().stream().map(CaseFiles::leakRow).toList(),
        reading.honey().stream().map(row -> honeyRow(row.leaked())).toList());
  }

  private static CaseFile.Ranked ranked(Candidate candidate, boolean accused) {
    return new CaseFile.Ranked(
        candidate.party(),
        candidate.disclosure().map(DisclosureId::text),
        candidate.logMarks(),
        candidate.logHoney(),
        candidate.disclosures().stream().mapToInt(RecordedDisclosure::honey).sum(),
        candidate.bound(),
        candidate.posterior(),
        candidate.rowsExplained(),
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
              boolean agrees =
                  !text.isEmpty() && text.equals(row.original().content().canonical(field));
              if (agrees && !Catalogue.marked().contains(field)) {
                cells.put(field, text);
              }
            });
    List<Commitment.Item> items =
        row.original().commitment().items().stream()
            .map(item -> shown(item, cells, leaked) ? item : item.closed())
            .toList();
    return new CaseFile.LeakRow(leaked.number(), cells, leaked.whole(), new Commitment(items));
  }

  private static boolean shown(
      Commitment.Item item, Map<FieldClass, PersonalText> cells, LeakedRow leaked) {
    String name = item.name().startsWith("mark ") ? item.name().substring(5) : item.name();
    boolean inText =
        !leaked.whole().isEmpty()
            && Catalogue.marked().stream().anyMatch(field -> field.name().equals(name));
    return inText || cells.keySet().stream().anyMatch(field -> field.name().equals(name));
  }

  private static CaseFile.HoneyRow honeyRow(LeakedRow leaked) {
    return new CaseFile.HoneyRow(
        leaked.number(), leaked.canonical().getOrDefault(FieldClass.MOBILE, PersonalText.of("")));
  }
}
